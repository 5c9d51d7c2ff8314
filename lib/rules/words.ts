/**
 * Finds any of some folded phrases as whole words in a folded text: `demanda` is not found in `demandante`, `demand*` is.
 * One walk over the text, whatever the number of phrases; no pattern is built from what people typed.
 */
export function finder(phrases: readonly string[]): (text: string) => boolean {
  const byStart = new Map<number, Phrase[]>()
  for (const phrase of phrases) {
    const open = phrase.endsWith('*')
    const start = startOf(phrase, 0)
    byStart.set(start, [...(byStart.get(start) ?? []), { open, text: open ? phrase.slice(0, -1) : phrase }])
  }
  return (given) => {
    const text = uneven.test(given) ? given.replace(/\s+/g, ' ') : given
    let within = false
    for (let at = 0; at < text.length; at++) {
      const candidates = within ? undefined : byStart.get(startOf(text, at))
      if (candidates?.some((phrase) => stands(text, phrase, at))) return true
      within = isWordy(text.charCodeAt(at))
    }
    return false
  }
}

type Phrase = { text: string; open: boolean }

// Whitespace that a phrase with single spaces would miss: two in a row, or one that is no plain space.
const uneven = /\s\s|[^\S ]/
const letter = /[\p{L}\p{N}]/u

// The first two characters as one number: few phrases share them, so few are compared at each word.
const startOf = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

const stands = (text: string, phrase: Phrase, at: number): boolean =>
  text.startsWith(phrase.text, at) && (phrase.open || !isWordy(text.charCodeAt(at + phrase.text.length)))

// Folded text is lower case; beyond ASCII the tables of Unicode are asked. Past the end the code is NaN: no letter.
const isWordy = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 128 && letter.test(String.fromCharCode(code)))
