import type { rules } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { slugOf } from '@/lib/kit/text'
import { Action, Conditions, type Rule, type RuleInput } from './shared'

export type RuleRow = typeof rules.$inferSelect

/** A stored rule, checked again: null when what stands there is no rule of this program. */
export function ruleOf(row: RuleRow): Rule | null {
  const conditions = Conditions.safeParse(row.conditions)
  const action = Action.safeParse(row.actions)
  if (!conditions.success || !action.success) return null
  const { id, slug, name, names, position, active, version } = row
  return { id, slug, name, names, position, active, version, conditions: conditions.data, action: action.data }
}

/** The row of a new rule. */
export const newRule = (input: RuleInput, slug: string, position: number, now: Date): RuleRow => ({
  id: newId('rule'),
  slug,
  position,
  active: true,
  ...contentOf(input),
  createdAt: now,
  retiredAt: null,
  version: 1,
})

/** The columns that a person writes. */
export const contentOf = ({ name, names, conditions, action }: RuleInput) => ({
  name,
  names: names as Record<string, string>,
  conditions: conditions as Record<string, unknown>,
  actions: action as Record<string, unknown>,
})

/** A slug that no rule has had: the name's, numbered when it is taken. */
export function freeSlug(name: string, taken: readonly string[]): string {
  const plain = slugOf(name) || 'regla'
  for (let count = 1; ; count++) {
    const slug = count === 1 ? plain : `${plain.slice(0, 58)}-${count}`
    if (!taken.includes(slug)) return slug
  }
}

/** A name written in one language changes that language alone; `names` given whole replace all. */
export function renamed(
  known: Pick<RuleRow, 'name' | 'names'>,
  input: Pick<RuleInput, 'name' | 'names'>,
  locale: 'es' | 'en' | null,
): Pick<RuleInput, 'name' | 'names'> {
  const shown = locale === null ? undefined : known.names[locale]
  if (Object.keys(input.names).length > 0 || locale === null || shown === undefined) return input
  return { name: shown === known.name ? input.name : known.name, names: { ...known.names, [locale]: input.name } }
}
