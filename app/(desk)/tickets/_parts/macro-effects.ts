import type { Effect } from '@/lib/desk/shared'
import type { Translate } from '@/lib/i18n'

/** What a macro does, one line each, in the order in which it does it; what stands already is left out. */
export const effectLines = (effects: Effect[], t: Translate): string[] =>
  effects
    .filter(({ changes }) => changes)
    .map(({ kind, name, value }) => t(`desk.effect.${kind}`, { name: name ?? value ?? '' }))
