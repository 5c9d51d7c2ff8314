// Lines are joined once, at the end: looking at the end of a text that grows would cost its whole length each time.
export function blankPage() {
  const lines: string[] = []
  let line = ''
  let spaced = true
  const end = () => {
    lines.push(line.trimEnd())
    line = ''
    spaced = true
  }
  return {
    end,
    write: (words: string) => {
      const more = spaced ? words.replace(/^ +/, '') : words
      if (!more) return
      line += more
      spaced = more.endsWith(' ')
    },
    /** Begins a new line, with an empty one before it when asked; resolves to its number. */
    apart: (empty: boolean): number => {
      if (line.trim()) end()
      line = ''
      spaced = true
      if (empty && lines.length > 0 && lines.at(-1) !== '') lines.push('')
      return lines.length
    },
    place: () => ({ line: lines.length, from: line.length }),
    since: (at: { line: number; from: number }) => (at.line === lines.length ? line.slice(at.from) : ''),
    whole: (quoteLine: number | null) => {
      end()
      const quoteAt = quoteLine === null ? null : lines.slice(0, quoteLine).join('\n').length + (quoteLine > 0 ? 1 : 0)
      return { text: lines.join('\n'), quoteAt }
    },
  }
}
