/** A piece of a question as it was typed. `values` are the parts between commas; a quoted one is taken literally. */
export type Token = { at: number; length: number; raw: string } & (
  | { kind: 'open' | 'close' | 'word' | 'phrase' }
  | { kind: 'field'; negated: boolean; name: string; values: { text: string; quoted: boolean }[] }
)

/** Cuts a text into tokens, in one pass from left to right. Curly and angular quotes count as straight ones. */
export function tokensOf(given: string): Token[] {
  const text = given.replace(/[“”„«»]/g, '"')
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    if (isSpace(char)) {
      at++
      continue
    }
    const token = tokenAt(text, at, char)
    tokens.push(token)
    at += token.length
  }
  return tokens
}

function tokenAt(text: string, at: number, char: string): Token {
  if (char === '(' || char === ')') return { kind: char === '(' ? 'open' : 'close', at, length: 1, raw: char }
  if (char === '"') {
    const end = quoteEnd(text, at + 1)
    return { kind: 'phrase', at, length: Math.min(end + 1, text.length) - at, raw: text.slice(at + 1, end) }
  }
  const negated = char === '-'
  const from = negated ? at + 1 : at
  let colon = from
  while (colon < text.length && isName(text.charAt(colon))) colon++
  const values = colon > from && text.charAt(colon) === ':' ? valuesAt(text, colon + 1) : null
  if (values) {
    const name = text.slice(from, colon)
    const its = { negated, name, values: values.parts, at, length: values.end - at }
    return { kind: 'field', ...its, raw: text.slice(at, values.end) }
  }
  let end = at
  while (end < text.length && !isEnd(text.charAt(end))) end++
  return { kind: 'word', at, length: end - at, raw: text.slice(at, end) }
}

// What follows a colon: parts between commas, each bare or quoted. Nothing there, or an address like `https://…`: no field.
function valuesAt(text: string, from: number) {
  if (from >= text.length || isEnd(text.charAt(from)) || text.startsWith('//', from)) return null
  const parts: { text: string; quoted: boolean }[] = []
  let end = from
  for (;;) {
    if (text.charAt(end) === '"') {
      const close = quoteEnd(text, end + 1)
      parts.push({ text: text.slice(end + 1, close), quoted: true })
      end = Math.min(close + 1, text.length)
    } else {
      const start = end
      while (end < text.length && !isEnd(text.charAt(end)) && text.charAt(end) !== ',') end++
      parts.push({ text: text.slice(start, end), quoted: false })
    }
    if (text.charAt(end) !== ',') break
    end++
  }
  while (end < text.length && !isEnd(text.charAt(end))) end++
  return { parts, end }
}

function quoteEnd(text: string, from: number): number {
  const end = text.indexOf('"', from)
  return end < 0 ? text.length : end
}

const isSpace = (char: string): boolean => char.trim() === ''
const isEnd = (char: string): boolean => isSpace(char) || char === '(' || char === ')'
const isName = (char: string): boolean => char === '-' || char === '_' || char.toLowerCase() !== char.toUpperCase()
