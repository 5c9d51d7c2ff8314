import EmailReplyParser from 'email-reply-parser'

const longestForParser = 20_000

// The library says which fragments are quoted but not where: counted back from the end by what is not white space.
export function byParser(text: string): number | null {
  if (text.length > longestForParser || !/[>:]/.test(text)) return null
  const fragments = new EmailReplyParser().read(text).getFragments()
  const lengths = fragments.map((fragment) => solid(fragment.getContent()))
  if (lengths.reduce((sum, length) => sum + length, 0) !== solid(text)) return null
  let from = fragments.length
  while (from > 0) {
    const fragment = fragments[from - 1]
    if (!fragment || !(fragment.isQuoted() || fragment.isEmpty() || fragment.isAnswer())) break
    from--
  }
  const left = lengths.slice(from).reduce((sum, length) => sum + length, 0)
  return left > 0 ? countBack(text, left) : null
}

const solid = (text: string): number => text.replace(/\s+/g, '').length

function countBack(text: string, count: number): number {
  let at = text.length
  for (let left = count; left > 0 && at > 0; ) if (!/\s/.test(text.charAt(--at))) left--
  return at
}
