import { type Group, isGroup, normalQuery, type Query, type Test } from './query'
import { meantBy } from './said'
import { type Token, tokensOf } from './tokens'

/**
 * What could not be understood, and where. `field`: no such field · `value`: its field knows no such value · `depth`: groups
 * in groups · `bracket`: never closed · `long`: more tests than a question may have.
 */
export type Problem = {
  at: number
  length: number
  code: 'field' | 'value' | 'depth' | 'bracket' | 'long'
  word: string
}

/** Most tests of one question. */
export const mostTests = 40

/**
 * Reads a question. Forgiving: what it does not understand is told and then looked for as words, so that a question with a
 * slip never finds more than was meant. Linear in the length of the text; never throws.
 */
export function parseQuery(text: string): { query: Query; problems: Problem[] } {
  const reading: Reading = { tokens: tokensOf(text), next: 0, problems: [], words: [], tests: 0 }
  const alternatives = read(reading, false)
  const parts = alternatives.length > 1 ? alternatives.flatMap((one) => alternativeOf(one, reading)) : alternatives[0]
  const query: Query = {
    join: alternatives.length > 1 ? 'or' : 'and',
    parts: (parts ?? []).map(({ part }) => part),
    words: reading.words.join(' '),
  }
  return { query: normalQuery(query), problems: reading.problems }
}

type Reading = { tokens: Token[]; next: number; problems: Problem[]; words: string[]; tests: number }
type Read = { part: Test | Group; at: Token; raw: string }

// Alternatives of parts that must hold together; at the top, or within one pair of brackets.
function read(reading: Reading, inGroup: boolean): Read[][] {
  const alternatives: Read[][] = [[]]
  while (reading.next < reading.tokens.length) {
    const token = reading.tokens[reading.next]
    if (!token) break
    const last = alternatives.at(-1) ?? []
    if (token.kind === 'close') {
      if (inGroup) break
      reading.next++
    } else if (token.kind === 'open') {
      const group = readGroup(reading, token)
      if (group) last.push(group)
    } else if (token.kind === 'field') {
      reading.next++
      const part = understood(token, reading, inGroup)
      if (part) last.push({ part, at: token, raw: token.raw })
    } else if (token.raw === '-' && isOpenAt(reading.tokens[reading.next + 1], token.at + 1)) {
      reading.next++
    } else {
      reading.next++
      const joins = last.length > 0 && token.kind === 'word' && joinsNext(token.raw, reading)
      if (joins === 'or') alternatives.push([])
      else if (!joins) say(token, reading)
    }
  }
  return alternatives
}

// "OR" and "AND" join only what stands between two tests; elsewhere they are words.
function joinsNext(word: string, { tokens, next }: Reading): 'or' | 'and' | null {
  const follows = tokens[next]
  if (follows?.kind !== 'open' && !(follows?.kind === 'field' && !('code' in meantBy(follows)))) return null
  if (['OR', 'O', '|', '||'].includes(word)) return 'or'
  return ['AND', 'Y', '&', '&&'].includes(word) ? 'and' : null
}

function readGroup(reading: Reading, open: Token): Read | null {
  const from = reading.next++
  const held = { problems: reading.problems.length, words: reading.words.length, tests: reading.tests }
  // Nothing is turned round as a whole: that would be said of each of its tests.
  const deep = deepEnd(reading, isMinus(reading.tokens[from - 1], open.at - 1))
  const alternatives = deep === null ? read(reading, true) : []
  const end = deep ?? reading.next
  const closed = reading.tokens[end]?.kind === 'close'
  reading.next = closed ? end + 1 : end
  const its = alternatives.map((one) => one.flatMap(({ part }) => (isGroup(part) ? part.tests : [part])))
  const inside = reading.tokens.slice(from + 1, end)
  if (deep !== null || (its.length > 1 && its.some((tests) => tests.length > 1))) {
    reading.problems.length = held.problems
    reading.words.length = held.words
    reading.tests = held.tests
    tell(reading, open, 'depth', '(')
    for (const token of inside) say(token, reading)
    return null
  }
  const tests = its.flat()
  if (tests.length === 0) return null
  if (!closed) tell(reading, open, 'bracket', '(')
  const raw = inside.map((token) => token.raw).join(' ')
  return { part: { join: its.length > 1 ? 'or' : 'and', tests }, at: open, raw }
}

const isMinus = (token: Token | undefined, at: number): boolean => token?.raw === '-' && token.at === at
const isOpenAt = (token: Token | undefined, at: number): boolean => token?.kind === 'open' && token.at === at

// Where a group ends that has another within it: it is too deep, whatever it says. Null for one that has none.
function deepEnd({ tokens, next }: Reading, anyway: boolean): number | null {
  let depth = 1
  let deepest = 1
  let at = next
  for (; at < tokens.length; at++) {
    const kind = tokens[at]?.kind
    if (kind === 'open') deepest = Math.max(deepest, ++depth)
    if (kind === 'close' && --depth === 0) break
  }
  return deepest > 1 || anyway ? at : null
}

// One alternative of several may hold tests together; a choice within it would be a third level.
function alternativeOf(parts: Read[], reading: Reading): Read[] {
  const [only] = parts
  if (!only || parts.length === 1) return parts
  const fits = parts.filter(({ part, at, raw }) => {
    if (!isGroup(part) || part.join === 'and') return true
    tell(reading, at, 'depth', raw)
    reading.words.push(quoted(raw))
    return false
  })
  const tests = fits.flatMap(({ part }) => (isGroup(part) ? part.tests : [part]))
  return tests.length > 0 ? [{ ...only, part: { join: 'and', tests } }] : []
}

function understood(token: Extract<Token, { kind: 'field' }>, reading: Reading, inGroup: boolean): Test | Group | null {
  const meant = meantBy(token)
  if ('code' in meant) tell(reading, token, meant.code, meant.word)
  else if (isGroup(meant) && inGroup) tell(reading, token, 'depth', token.raw)
  else {
    const count = isGroup(meant) ? meant.tests.length : 1
    if (reading.tests + count <= mostTests) {
      reading.tests += count
      return meant
    }
    tell(reading, token, 'long', token.raw)
  }
  say(token, reading)
  return null
}

const tell = ({ problems }: Reading, { at, length }: Token, code: Problem['code'], word: string) =>
  problems.push({ at, length, code, word })

// Words are kept so that reading them again takes them for words.
function say(token: Token, { words }: Reading): void {
  if (token.kind === 'open' || token.kind === 'close') return
  const plain =
    token.kind === 'word' || (token.kind === 'field' && !token.raw.includes('"') && 'code' in meantBy(token))
  const text = plain ? token.raw : quoted(token.raw)
  if (text !== '""') words.push(text)
}

const quoted = (raw: string): string => `"${raw.replace(/"/g, ' ').replace(/\s+/g, ' ').trim()}"`
