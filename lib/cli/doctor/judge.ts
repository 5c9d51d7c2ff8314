/** One thing looked at. Only `wrong` makes the exit code 1; `unknown`: nobody answered, so nothing is said against it. */
export type Level = 'fine' | 'warn' | 'wrong' | 'unknown'

/** Seconds after which a clock that differs is worth a word, and after which signatures and deadlines go wrong. */
const aside = 5
const astray = 60

/** Another clock's time against ours: the level, and how many seconds ours is ahead (negative: behind). Null: nobody told the time. Pure. */
export function judgeClock(theirs: Date | null, ours: Date): { level: Level; seconds: number } {
  if (!theirs) return { level: 'unknown', seconds: 0 }
  const seconds = Math.round((ours.getTime() - theirs.getTime()) / 1_000)
  const off = Math.abs(seconds)
  return { level: off > astray ? 'wrong' : off > aside ? 'warn' : 'fine', seconds }
}

/** Where links in letters lead: a letter that leaves this machine must not lead back to a machine that nobody else reaches. Pure. */
export function judgeLinks(its: { url: string; given: boolean; sends: boolean }): {
  level: Level
  code: 'baseUrl' | 'baseUrlMissing' | 'baseUrlPlain' | 'baseUrlLocal'
} {
  const local = isLocal(its.url)
  if (its.sends && local) return { level: 'wrong', code: 'baseUrlLocal' }
  if (!its.given) return { level: 'warn', code: 'baseUrlMissing' }
  if (its.url.startsWith('http:') && !local) return { level: 'warn', code: 'baseUrlPlain' }
  return { level: 'fine', code: 'baseUrl' }
}

/** Whether an address leads to this very machine. */
export const isLocal = (url: string): boolean => /^https?:\/\/(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(url)
