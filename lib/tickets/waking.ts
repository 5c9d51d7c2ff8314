import { and, asc, isNotNull, lte, sql } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import { system } from '@/lib/events'
import { change, type Decided, followedBy, unchanged } from './change'
import { commit, unlessTaken } from './commit'
import { back, notWaiting } from './contact'
import { type Dossier, dossierOf } from './dossier'
import { decideWake } from './snoozing'

const house = system('tickets')
const atOnce = 1_000

/** Brings back every ticket whose waiting is over, or the time for which it was set aside. Resolves to how many came back. */
export async function wakeSweep(now: Date): Promise<number> {
  const ids = new Set<string>()
  for (const column of [tickets.waitingUntil, tickets.snoozedUntil]) {
    const rows = await db
      .select({ id: tickets.id })
      .from(tickets)
      .where(and(isNotNull(column), lte(column, now)))
      .orderBy(asc(column))
      .limit(atOnce)
    for (const { id } of rows) ids.add(id)
  }
  let woken = 0
  for (const id of ids) woken += await unlessTaken(() => wake(id, now))
  return woken
}

/** When the next ticket comes back by itself after `now`; null when none will. */
export async function nextWakeAfter(now: Date): Promise<Date | null> {
  const next = [tickets.waitingUntil, tickets.snoozedUntil].map(async (column) => {
    const [row] = await db
      .select({ at: column })
      .from(tickets)
      .where(and(isNotNull(column), sql`${column} > ${now.getTime()}`))
      .orderBy(asc(column))
      .limit(1)
    return row?.at ?? null
  })
  const instants = (await Promise.all(next)).flatMap((at) => at ?? [])
  return instants.sort((one, other) => one.getTime() - other.getTime())[0] ?? null
}

async function wake(id: string, now: Date): Promise<number> {
  const dossier = await dossierOf({ kind: 'system', id: 'tickets' }, id)
  const awake = awakened(dossier, now)
  const back = followedBy(awake, (next) => waited(next, now))
  if (back.steps.length === 0) return 0
  await commit(id, back.steps)
  return 1
}

const awakened = (dossier: Dossier, now: Date): Decided => {
  const { snoozedUntil } = dossier.ticket
  return snoozedUntil && snoozedUntil <= now ? decideWake(house, dossier, 'time', now) : unchanged(dossier)
}

function waited(dossier: Dossier, now: Date): Decided {
  const { waitingUntil } = dossier.ticket
  if (!waitingUntil || waitingUntil > now) return unchanged(dossier)
  const ticket = { status: 'in_progress', ...notWaiting, attention: 'wait_over' } as const
  return change(
    dossier,
    { fact: 'status_changed', by: house, payload: { reason: 'limit' }, ticket, clocks: back(dossier, now) },
    now,
  )
}
