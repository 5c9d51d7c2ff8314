/** Who we are to a mail server. */
export type Sender = {
  /** The name in MAIL_FROM, if it has one. */
  name: string | null
  address: string
  domain: string
  /** The address with a tag (`hola+tag@casa.mx`), when MAIL_FROM says by `+*` that its mailbox takes tags. */
  tagged: ((tag: string) => string) | null
}

/**
 * Reads MAIL_FROM: `hola@casa.mx`, `Casa Lúa <hola@casa.mx>`, or with `hola+*@casa.mx` a mailbox that takes tags, so that
 * bounces and replies name their letter. Unset: no-reply at the host of BASE_URL.
 */
export function senderOf(mailFrom: string | null, baseUrl: string): Sender {
  const [, name = '', bracketed] = mailFrom?.match(/^(.*?)<([^<>]+)>\s*$/) ?? []
  const given = (bracketed ?? mailFrom ?? `no-reply@${new URL(baseUrl).hostname}`).trim()
  const [local = '', domain = ''] = splitAt(given)
  const takesTags = local.endsWith('+*')
  const bare = takesTags ? local.slice(0, -2) : local
  return {
    name: oneLine(name.replaceAll('"', '')) || null,
    address: `${bare}@${domain}`,
    domain,
    tagged: takesTags ? (tag) => `${bare}+${tag}@${domain}` : null,
  }
}

/** Text fit for a header: one line, no control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()

/**
 * The same, no longer than a header line may be (RFC 5322, 2.1.1: 998, with what else stands in it), and without an encoded
 * word of its own, which a mail program would decode into line breaks.
 */
export const headerText = (text: string, most = 200): string =>
  [...oneLine(text).replaceAll('=?', '= ?')].slice(0, most).join('')

function splitAt(address: string): [string, string] {
  const at = address.lastIndexOf('@')
  return [address.slice(0, at), address.slice(at + 1)]
}
