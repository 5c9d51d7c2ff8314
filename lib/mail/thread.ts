const longest = 1_500
/** What may stand in our headers of somebody else's Message-ID: one word of visible ASCII in angle brackets. */
const sound = /^<[!-;=?-~]{3,250}>$/

/**
 * In-Reply-To and References of a letter, from the Message-IDs of what was sent and received before on the same ticket,
 * oldest first (RFC 5322, 3.6.4). Kept: the first and as many of the latest as fit in 1,500 characters; ids that would not
 * be one word in a header are left out.
 */
export function threadOf(earlier: string[]): { inReplyTo: string | null; references: string[] } {
  const [oldest, ...rest] = [...new Set(earlier)].filter((id) => sound.test(id))
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
