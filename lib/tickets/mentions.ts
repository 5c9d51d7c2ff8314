/** A piece of a note: words, or somebody who is meant. The name is the writer's; who it is, the id says. */
export type NotePart = { text: string } | { id: string; name: string }

const mention = /@\[([^\]\n]{1,120})\]\((usr_[a-z0-9_]{1,40})\)/g

/** A note's words and whom they mean, in order: `@[Rubén Ortega](usr_…)` is a mention. */
export function partsOf(text: string): NotePart[] {
  const parts: NotePart[] = []
  let from = 0
  for (const found of text.matchAll(mention)) {
    const [whole, name = '', id = ''] = found
    if (found.index > from) parts.push({ text: text.slice(from, found.index) })
    parts.push({ id, name })
    from = found.index + whole.length
  }
  return from < text.length ? [...parts, { text: text.slice(from) }] : parts
}

/** Ids of those whom a note means, each once. */
export const mentionsIn = (text: string): string[] => [
  ...new Set(partsOf(text).flatMap((part) => ('id' in part ? [part.id] : []))),
]
