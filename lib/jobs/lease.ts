import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { jobs } from '@/db/schema'
import { after } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { mostAttempts, nextAttempt } from './backoff'
import type { Ending } from './define'

export const leaseMs = 60_000
export type Leased = { id: string; kind: string; payload: Record<string, unknown>; attempts: number; lease: string }

const free = (now: Date) =>
  and(isNull(jobs.doneAt), lte(jobs.runAt, now), or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now)))

/** Leases up to `limit` due jobs for a minute. One statement on both engines; the second `free` is what makes two workers safe. */
export async function lease(limit: number, now: Date): Promise<Leased[]> {
  const due = await db.select({ id: jobs.id }).from(jobs).where(free(now)).orderBy(asc(jobs.runAt)).limit(1)
  if (due.length === 0) return []
  const token = newId('job')
  const [rows] = await atomically((tx) => [
    tx
      .update(jobs)
      .set({ leasedUntil: after(now, leaseMs), lease: token, attempts: sql`${jobs.attempts} + 1` })
      .where(
        and(
          inArray(
            jobs.id,
            tx.select({ id: jobs.id }).from(jobs).where(free(now)).orderBy(asc(jobs.runAt)).limit(limit),
          ),
          free(now),
        ),
      )
      .returning({ id: jobs.id, kind: jobs.kind, payload: jobs.payload, attempts: jobs.attempts, lease: jobs.lease }),
  ])
  return (rows ?? []) as Leased[]
}

/** Prolongs a lease for a long handler. */
export const renew = (token: string, now: Date) =>
  atomically((tx) => [
    tx
      .update(jobs)
      .set({ leasedUntil: after(now, leaseMs) })
      .where(and(eq(jobs.lease, token), isNull(jobs.doneAt))),
  ])

/** Writes down how leased jobs ended, in one list; a worker that lost its lease changes nothing. */
export async function settle(leased: Leased[], endings: Ending[], now: Date, chance = Math.random()): Promise<void> {
  const tokenOf = new Map(leased.map((job) => [job.id, job]))
  const done = endings.filter((ending) => ending.end === 'done').map((ending) => ending.id)
  const token = leased[0]?.lease ?? ''
  await atomically((tx) => [
    ...(done.length > 0
      ? [
          tx
            .update(jobs)
            .set({ doneAt: now, leasedUntil: null })
            .where(and(inArray(jobs.id, done), eq(jobs.lease, token))),
        ]
      : []),
    ...endings.flatMap((ending) => {
      const job = tokenOf.get(ending.id)
      if (!job || ending.end === 'done') return []
      return [
        tx
          .update(jobs)
          .set(changeOf(ending, job, now, chance))
          .where(and(eq(jobs.id, job.id), eq(jobs.lease, token))),
      ]
    }),
  ])
}

function changeOf(ending: Exclude<Ending, { end: 'done' }>, job: Leased, now: Date, chance: number) {
  if (ending.end === 'later') return { runAt: ending.at, leasedUntil: null, lease: null, attempts: job.attempts - 1 }
  const lastError = codeOf(ending.error)
  if (job.attempts >= mostAttempts) return { doneAt: now, buriedAt: now, lastError, leasedUntil: null }
  return { runAt: nextAttempt(job.attempts, now, chance), lastError, leasedUntil: null, lease: null }
}

// A message may quote somebody's words or a secret: the error's code or name is enough, the log has the rest.
const codeOf = (error: unknown): string => {
  const its = error as { code?: unknown; name?: unknown }
  return String(its?.code ?? its?.name ?? 'error').slice(0, 120)
}
