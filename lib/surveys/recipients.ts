import { isLocale, type Locale } from '@/lib/i18n'
import { emailKey } from '@/lib/kit/text'

export type Recipient = { email: string; name: string | null; language: Locale | null }
/** What a pasted list holds: who is to be asked, what could not be read (by line), how many stand in it twice. */
export type Recipients = { recipients: Recipient[]; unread: { line: number; text: string }[]; repeated: number }

/** The most people of one invitation round. */
export const mostRecipients = 5_000

/**
 * Reads a pasted list or CSV text: one person a line, in any order e-mail, name and language (es, en), separated by comma,
 * semicolon or tab; also `Ana Ruiz <ana@example.com>`. A head line without an address is passed over. Pure.
 */
export function readRecipients(text: string): Recipients {
  const found = new Map<string, Recipient>()
  const unread: Recipients['unread'] = []
  let repeated = 0
  text.split(/\r\n|\n|\r/).forEach((raw, at) => {
    const line = raw.replace(/^\uFEFF/, '').trim()
    if (line === '') return
    const person = readLine(line)
    const key = person && emailKey(person.email)
    if (!person || !key) {
      if (at > 0 || line.includes('@')) unread.push({ line: at + 1, text: line.slice(0, 120) })
      return
    }
    if (found.has(key)) repeated++
    else found.set(key, person)
  })
  return { recipients: [...found.values()], unread, repeated }
}

function readLine(line: string): Recipient | null {
  const [, before = '', inBrackets, after = ''] = /^([^<>]*)<([^<>]+)>(.*)$/.exec(line) ?? []
  const cells = cellsOf(inBrackets === undefined ? line : after)
  const email = inBrackets?.trim() ?? cells.find((cell) => cell.includes('@')) ?? ''
  if (!emailKey(email)) return null
  const others = cells.filter((cell) => cell !== email && cell !== '')
  const language = others
    .find((cell) => code.test(cell))
    ?.slice(0, 2)
    .toLowerCase()
  const name = before.trim().replace(/^"(.*)"$/, '$1') || others.find((cell) => !code.test(cell)) || ''
  return { email, name: name.slice(0, 200) || null, language: isLocale(language) ? language : null }
}

const code = /^[a-z]{2}(?:[-_][a-z]{2})?$/i

// Quoted cells may hold the separator; a doubled quote is one.
function cellsOf(line: string): string[] {
  const cells: string[] = []
  for (const [, quoted, plain] of `,${line}`.matchAll(/[,;\t]\s*(?:"((?:[^"]|"")*)"|([^,;\t]*))/g))
    cells.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
  return cells
}
