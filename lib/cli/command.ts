import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Locale, negotiate, type Translate, translator } from '@/lib/i18n'
import { type FieldIssue, isRefusal } from '@/lib/kit/refusal'

export type Options = NonNullable<ParseArgsConfig['options']>

/** What a command gets to work with. */
export type Call = {
  operands: string[]
  options: Record<string, string | boolean | undefined>
  t: Translate
  locale: Locale
  /** One line on standard output. */
  say: (line: string) => void
  /** One line on standard error: progress and warnings, so that standard output stays for programs. */
  note: (line: string) => void
}

/** One command of `npm run lazo --`. `operands` are the words that must follow it, in order; `run` resolves to the exit code. */
export type Command = {
  operands: string[]
  options?: Options
  required?: string[]
  run: (call: Call) => Promise<number | undefined>
}

/** The terminal's language, as the runtime understands LANG and its kin. */
export const terminalLocale = (): Locale => negotiate(new Intl.NumberFormat().resolvedOptions().locale, 'en')

/** Reads the words after a command's name. Throws a sentence when they do not fit. */
export function readCall(command: Command, words: string[], t: Translate): Pick<Call, 'operands' | 'options'> {
  const { positionals, values } = parseArgs({ args: words, options: command.options ?? {}, allowPositionals: true })
  const [missing] = command.operands.slice(positionals.length)
  if (missing) throw new Error(t('cli.missingOperand', { name: missing }))
  const [extra] = positionals.slice(command.operands.length)
  if (extra !== undefined) throw new Error(t('cli.extraOperand', { word: extra }))
  const lacking = command.required?.find((name) => values[name] === undefined)
  if (lacking) throw new Error(t('cli.missingOption', { name: `--${lacking}` }))
  return { operands: positionals, options: values as Call['options'] }
}

type Loose = ((key: string, facts?: Record<string, unknown>) => string) & { has: (key: string) => boolean }

/** Whatever was thrown, as one line for a person. */
export function lineOf(error: unknown, locale: Locale): string {
  if (!isRefusal(error)) return oneLine(error instanceof Error ? error.message : String(error))
  const t = translator(locale) as unknown as Loose
  const issues = error.issues.map((issue) => `${issue.path}: ${issueSentence(issue, t)}`).join('; ')
  const key = `refusal.${error.code}`
  if (issues && error.code === 'input.invalid') return oneLine(issues)
  return oneLine(t.has(key) ? t(key, error.facts) : [error.code, issues].filter(Boolean).join(': '))
}

// The issue's code or message may name a sentence of the catalogue; else the check's own words.
function issueSentence({ code, message }: FieldIssue, t: Loose): string {
  const keys = [code, message].flatMap((name) => [`refusal.${name}`, `refusal.field.${name}`])
  const known = /^[\w.]+$/.test(message) || code.includes('.') ? keys.find((key) => t.has(key)) : undefined
  return known ? t(known) : message
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
