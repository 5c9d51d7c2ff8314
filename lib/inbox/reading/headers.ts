import { addressParser, type Email } from 'postal-mime'
import type { Party } from '../parsed'
import { line } from './clean'
import { limits } from './shape'

/** Headers that tell people from machines. */
const telling = [
  'auto-submitted',
  'x-autoreply',
  'x-autorespond',
  'x-auto-response-suppress',
  'precedence',
  'list-id',
  'list-unsubscribe',
  'x-failed-recipients',
  'x-lazo-loop',
  'x-loop',
  'authentication-results',
  'content-type',
  'x-mailer',
  'thread-index',
]
const delivered = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-rcpt-to',
  'x-forwarded-to',
  'apparently-to',
]

/** Values of a header, the topmost first, each one line of at most `length` characters. */
export const valuesOf = (email: Email, name: string, length = 1_000): string[] =>
  email.headers
    .filter(({ key }) => key === name)
    .slice(0, 20)
    .map(({ value }) => line(value, length))

/** The headers by which mail is sorted, as they stood. */
export function signsOf(email: Email): Record<string, string[]> {
  const signs: Record<string, string[]> = {}
  for (const name of telling) {
    const values = valuesOf(email, name)
    if (values.length > 0) signs[name] = values
  }
  return signs
}

/** People named in a header, groups opened, at most 200. */
export function partiesOf(email: Email, name: string): Party[] {
  const parties: Party[] = []
  for (const { key, value } of email.headers) {
    if (key !== name || parties.length > limits.recipients) continue
    for (const { name: shown, address } of addressParser(value, { flatten: true }))
      if (address) parties.push({ name: line(shown ?? '', 200), address: line(address, 320).replace(/\s+/g, '') })
  }
  return parties.slice(0, limits.recipients + 1)
}

/** Every address that the mail says it is for, first what receiving servers wrote. */
export function recipientsOf(email: Email, parties: Party[]): string[] {
  const servers = delivered.flatMap((name) => partiesOf(email, name).map(({ address }) => address))
  return [...new Set([...servers, ...parties.map(({ address }) => address)])]
}

/** The envelope's sender as the last server wrote it: '' for the null return path. */
export function returnPathOf(email: Email): string | null {
  const [value] = valuesOf(email, 'return-path')
  if (value === undefined) return null
  return /<\s*>/.test(value) ? '' : (/[^<>\s]+@[^<>\s]+/.exec(value)?.[0] ?? null)
}

/** Message-IDs in a header, in their order; what is malformed is kept as the text that it is. */
export function idsOf(email: Email, name: string): string[] {
  const text = valuesOf(email, name, 200_000).join(' ')
  const ids = text.match(/<[^<>\s]{1,500}>/g) ?? []
  if (ids.length > 0) return [...new Set(ids)]
  return text ? [text.slice(0, 250)] : []
}

/** The first reference and the last ones. */
export const bounded = (ids: string[]): string[] =>
  ids.length <= limits.references ? ids : [ids[0] ?? '', ...ids.slice(1 - limits.references)]
