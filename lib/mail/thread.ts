const longest = 1_500

/**
 * In-Reply-To and References of a letter, from the Message-IDs of what was sent before on the same ticket, oldest first
 * (RFC 5322, 3.6.4). Kept: the first and as many of the latest as fit in 1,500 characters.
 */
export function threadOf(earlier: string[]): { inReplyTo: string | null; references: string[] } {
  const [oldest, ...rest] = earlier
  if (oldest === undefined) return { inReplyTo: null, references: [] }
  const latest: string[] = []
  let length = oldest.length
  for (const id of rest.reverse()) {
    length += id.length + 1
    if (length > longest) break
    latest.unshift(id)
  }
  return { inReplyTo: latest.at(-1) ?? oldest, references: [oldest, ...latest] }
}
