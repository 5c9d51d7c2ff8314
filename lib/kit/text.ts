const marks = /\p{M}/gu

/** Lower case without accents, for sorting and searching people's text alike on both engines. */
export const fold = (text: string): string => text.normalize('NFD').replace(marks, '').toLowerCase().trim()

/** At most `length` characters, cut at a word with an ellipsis. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > length * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** A name that people made, in the reader's language when it was given. */
export const named = (thing: { name: string; names: Record<string, string> }, locale: string): string =>
  thing.names[locale] ?? thing.name

/** A slug from a name: a–z, 0–9 and hyphens, at most 64; empty when nothing of the name can be kept. */
export const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '')

export const slugShape = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

/** Trimmed, lower case, the domain in ASCII; null when it cannot be an address. */
export function emailKey(address: string): string | null {
  const trimmed = address.trim().toLowerCase()
  const at = trimmed.lastIndexOf('@')
  if (at < 1 || trimmed.length > 254 || /[\s,;<>"()]/.test(trimmed)) return null
  const host = trimmed.slice(at + 1)
  const ascii = /^[a-z0-9.-]+$/.test(host) ? host : domainToAscii(host)
  if (!ascii || !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/.test(ascii)) return null
  return `${trimmed.slice(0, at)}@${ascii}`
}

function domainToAscii(host: string): string | null {
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return null
  }
}

/** `an•••@example.com`: enough for its owner to know it. */
export function maskedEmail(address: string): string {
  const [name = '', host = ''] = address.split('@')
  return `${name.slice(0, 2)}${'•'.repeat(Math.max(1, Math.min(6, name.length - 2)))}@${host}`
}
