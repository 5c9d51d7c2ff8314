import { type Locale, translator } from '@/lib/i18n'
import { excerpt } from '@/lib/kit/text'
import type { Problem } from '@/lib/surveys'

type Loose = ((key: string, facts?: Record<string, unknown>) => string) & { has: (key: string) => boolean }

/** Why a row cannot be taken, as sentences: «Date: “ayer” is no date in this format». */
export function explainer(locale: Locale): (problems: readonly Problem[]) => string {
  const t = translator(locale) as unknown as Loose
  return (problems) => problems.map((problem) => sentence(t, problem)).join('; ')
}

function sentence(t: Loose, { code, column, value }: Problem): string {
  const facts = { column, value: excerpt(value, 60) }
  const own = `imports.problem.${code}`
  if (t.has(own)) return [column, t(own, facts)].filter(Boolean).join(': ')
  const general = `refusal.${code}`
  return [column, t.has(general) ? t(general, facts) : code].filter(Boolean).join(': ')
}
