import type { Again } from '@/lib/doors'
import type { Locale, MessageKey } from '@/lib/i18n'
import { translator } from '@/lib/i18n'
import { type Html, html } from './html'

/** What a form shows in its fields: what was typed before, else what is known. */
export type Typed = {
  value: (name: string) => string | null
  values: (name: string) => string[]
  /** True when the form comes back, whatever it held. */
  again: boolean
  error: (name: string) => string | null
}

/** A form's fields as they are to stand; `known` fills in what was never typed. */
export function typedIn(held: Again | null, known: Record<string, string | string[] | null>, locale: Locale): Typed {
  const t = translator(locale)
  const values = (name: string): string[] => (held ? (held.values[name] ?? []) : [known[name] ?? []].flat())
  return {
    values,
    value: (name) => values(name)[0] ?? null,
    again: held !== null,
    error: (name) => {
      const code = held?.errors[name]
      return code ? t(`survey.error.${code}` as MessageKey) : null
    },
  }
}

/** What is wrong with one field, tied to it by `id`. */
export const wrong = (id: string, message: string | null): Html | null =>
  message === null ? null : html`<p class="wrong" id="${id}">${message}</p>`
