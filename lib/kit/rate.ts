import { once } from './once'

type Bucket = { left: number; at: number }
const buckets = () => once('rates', () => new Map<string, Bucket>())

/** What is left of a token bucket after taking one; `allowed` false: wait `retryAfter` seconds. */
export type Taken = { allowed: boolean; limit: number; remaining: number; retryAfter: number }

/** Takes one token of `key`'s bucket: `perSecond` on average, `burst` at once. 0 per second is no limit. In memory, per process. */
export function take(key: string, perSecond: number, burst: number, now: Date): Taken {
  if (perSecond <= 0) return { allowed: true, limit: 0, remaining: 0, retryAfter: 0 }
  const all = buckets()
  const at = now.getTime()
  const bucket = all.get(key) ?? { left: burst, at }
  if (!all.has(key)) {
    if (all.size > 50_000) all.clear()
    all.set(key, bucket)
  }
  bucket.left = Math.min(burst, bucket.left + (Math.max(0, at - bucket.at) / 1000) * perSecond)
  bucket.at = at
  if (bucket.left < 1) {
    return {
      allowed: false,
      limit: burst,
      remaining: 0,
      retryAfter: Math.max(1, Math.ceil((1 - bucket.left) / perSecond)),
    }
  }
  bucket.left -= 1
  return { allowed: true, limit: burst, remaining: Math.floor(bucket.left), retryAfter: 0 }
}
