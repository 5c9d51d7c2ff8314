import { type Locale, translator } from '@/lib/i18n'
import { type FieldIssue, isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'

/** A refusal as a page shows it: code for the page's own choices, a sentence for the person, what is wrong by field. */
export type ShownRefusal = {
  code: string
  status: number
  message: string
  fields: Record<string, string>
  facts: Record<string, unknown>
}

/** The reader's sentence for what the domain refused; anything that is no refusal is thrown on. */
export function shown(error: unknown, locale: Locale): ShownRefusal {
  if (!isRefusal(error)) throw error
  return {
    code: error.code,
    status: statusOf(error.code),
    message: sentence(error.code, error.facts, locale),
    fields: Object.fromEntries(error.issues.map((issue) => [issue.path, issueSentence(issue, locale)])),
    facts: error.facts,
  }
}

function sentence(code: string, facts: Record<string, unknown>, locale: Locale): string {
  const t = translator(locale) as unknown as ((key: string, values?: Record<string, unknown>) => string) & {
    has(key: string): boolean
  }
  const key = `refusal.${code}`
  return t.has(key) ? t(key, facts) : t('refusal.general', { code })
}

/** The sentence of one field's issue: by its code when the catalogue knows it, else what the check itself said. */
export function issueSentence(issue: FieldIssue, locale: Locale): string {
  const t = translator(locale) as unknown as ((key: string) => string) & { has(key: string): boolean }
  for (const key of [`refusal.field.${issue.message}`, `refusal.${issue.code}`, `refusal.field.${issue.code}`])
    if (t.has(key)) return t(key)
  return issue.message
}
