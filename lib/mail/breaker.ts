import { and, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { atomically, db, must } from '@/db'
import { breakers, letters } from '@/db/schema'
import { count } from '@/db/sql'
import { type Author, record, system } from '@/lib/events'
import { after, minutes } from '@/lib/kit/clock'
import { log } from '@/lib/kit/log'
import { once } from '@/lib/kit/once'
import { isRefusal, Refusal } from '@/lib/kit/refusal'
import type { Letter } from './message'
import { type LetterKind, letterStates } from './shared'

/** When automatic mail of the whole house stops, and how it begins again. */
export const breaker = {
  /** Fewer than this in a minute never stop it. */
  least: 60,
  /** This many times the median minute of the last hour do. */
  times: 10,
  /** It rests at least this long … */
  rest: minutes(5),
  /** … and a person who lets it flow is believed this long, in which the median learns. */
  trust: minutes(60),
} as const

/**
 * What counts: letters that follow from something that came in. Invitations, recovery surveys and summaries follow from a
 * person's decision, once each; a round to 10,000 customers is no loop. When it has tripped all automatic mail rests.
 */
export const countedKinds: readonly LetterKind[] = ['acknowledgement', 'thanks', 'staff']

/** How many letters in a minute are too many, after these counts of the minutes before. Pure. */
export function limitOf(perMinute: readonly number[]): number {
  const sorted = [...perMinute].sort((one, other) => one - other)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  return Math.max(breaker.least, breaker.times * middle)
}

export type Breaker = { trippedAt: Date | null; sent: number; trustedUntil: Date | null }

/** How the breaker stands; every process reads the same row. */
export async function breakerState(): Promise<Breaker> {
  const [row] = await db.select().from(breakers).where(eq(breakers.id, id))
  return row ?? { trippedAt: null, sent: 0, trustedUntil: null }
}

/** Whether automatic mail may leave now; trips the breaker, or closes it once it has calmed. */
export async function mayFlow(letter: Pick<Letter, 'kind'>, now: Date): Promise<boolean> {
  const seen = await look(now)
  if (seen.state.trippedAt) return (await calm(seen.state.trippedAt, now)) && close(now)
  if (!countedKinds.includes(letter.kind)) return true
  if (seen.state.trustedUntil && seen.state.trustedUntil > now) return true
  const { own } = glance()
  while (own[0] && own[0] <= after(now, -minutes(1))) own.shift()
  // What this process let through and what has left already are two views of one thing; the larger is right.
  const sent = Math.max(seen.sent + seen.since, own.length)
  if (sent < seen.limit) {
    seen.since++
    own.push(now)
    return true
  }
  await trip(sent, seen.limit, now)
  return false
}

/** Lets automatic mail flow again, on a person's word. The caller has checked the person. */
export async function letFlow(by: Author, now: Date): Promise<void> {
  await atomically((tx) => [
    tx
      .insert(breakers)
      .values({ id, trippedAt: null, sent: 0, trustedUntil: after(now, breaker.trust) })
      .onConflictDoUpdate({
        target: breakers.id,
        set: { trippedAt: null, sent: 0, trustedUntil: after(now, breaker.trust) },
      }),
    ...record([{ kind: 'mail.resumed', subject: house, actor: by }], now),
  ])
  forgetGlance()
}

const id = 'automatic'
const house = { kind: 'organization', id: 'org' } as const

/** What this process knows; looked up again every second, and in between it counts by itself. */
type Seen = { state: Breaker; sent: number; limit: number; since: number }
type Glance = { at: Date | null; seen: Promise<Seen> | null; own: Date[] }
const glance = (): Glance => once('mail.breaker', () => ({ at: null, seen: null, own: [] }))

function look(now: Date): Promise<Seen> {
  const kept = glance()
  const fresh = kept.at && now >= kept.at && now.getTime() - kept.at.getTime() < 1_000
  if (fresh && kept.seen) return kept.seen
  const seen = read(now)
  // What could not be read is read again.
  seen.catch(forgetGlance)
  Object.assign(kept, { at: now, seen })
  return seen
}

async function read(now: Date): Promise<Seen> {
  const [state, [lastMinute = 0, ...earlier]] = await Promise.all([breakerState(), sentPerMinute(now)])
  return { state, sent: lastMinute, limit: limitOf(earlier), since: 0 }
}

const forgetGlance = () => Object.assign(glance(), { at: null, seen: null })

/** Letters that counted in each of the last 61 minutes, the latest first. */
async function sentPerMinute(now: Date): Promise<number[]> {
  const age = sql<number>`cast((${now.getTime()} - ${letters.sentAt}) / 60000 as integer)`.mapWith(Number)
  const rows = await db
    .select({ age, n: count() })
    .from(letters)
    .where(
      and(
        gt(letters.sentAt, after(now, -minutes(61))),
        lte(letters.sentAt, now),
        eq(letters.automatic, true),
        inArray(letters.kind, [...countedKinds]),
      ),
    )
    .groupBy(sql`1`)
  const found = new Map(rows.map((row) => [row.age, row.n]))
  return Array.from({ length: 61 }, (_, minute) => found.get(minute) ?? 0)
}

/** No more than a quiet minute's worth was asked for in the last minute, and it has rested. */
async function calm(trippedAt: Date, now: Date): Promise<boolean> {
  if (after(trippedAt, breaker.rest) > now) return false
  const asked = await db.$count(
    letters,
    and(
      inArray(letters.state, [...letterStates]),
      gt(letters.createdAt, after(now, -minutes(1))),
      eq(letters.automatic, true),
      inArray(letters.kind, [...countedKinds]),
    ),
  )
  return asked <= breaker.least
}

async function trip(sent: number, limit: number, now: Date): Promise<void> {
  const state = { trippedAt: now, sent, trustedUntil: null }
  const unless = and(isNull(breakers.trippedAt), or(isNull(breakers.trustedUntil), lte(breakers.trustedUntil, now)))
  forgetGlance()
  try {
    await atomically((tx) => [
      must(
        tx
          .insert(breakers)
          .values({ id, ...state })
          .onConflictDoUpdate({ target: breakers.id, set: state, setWhere: unless })
          .returning({ id: breakers.id }),
        () => new Refusal('breaker.stale'),
      ),
      ...record(
        [{ kind: 'mail.tripped', subject: house, actor: system('mail'), payload: { sent }, announced: true }],
        now,
      ),
    ])
    log().error({ sent, limit }, 'too much automatic mail in a minute: it rests')
  } catch (error) {
    // Another process was quicker.
    if (!isRefusal(error) || error.code !== 'breaker.stale') throw error
  }
}

async function close(now: Date): Promise<boolean> {
  await atomically((tx) => [
    tx
      .update(breakers)
      .set({ trippedAt: null, sent: 0 })
      .where(and(eq(breakers.id, id), isNotNull(breakers.trippedAt))),
    ...record([{ kind: 'mail.calmed', subject: house, actor: system('mail') }], now),
  ])
  forgetGlance()
  return true
}
