import { and, eq, gt, inArray, lt, ne } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { contributors, presences, tickets, users } from '@/db/schema'
import type { Doing } from '@/db/words/desk'
import { permits, type UserActor } from '@/lib/identity/shared'
import { after, hours } from '@/lib/kit/clock'
import { sees } from '@/lib/tickets'
import type { Present } from './live-words'

/** Somebody who has not been heard of for so long is gone; tabs say it at most every ten seconds. */
export const presenceMs = 40_000

/**
 * The actor is at a ticket (`doing`), or has left it (null). Nothing happens for a ticket that they may not see: who is
 * where is nobody's business there.
 */
export async function seenAt(
  actor: UserActor,
  { ticket, doing }: { ticket: string; doing: Doing | null },
  now: Date,
): Promise<void> {
  const own = and(eq(presences.ticketId, ticket), eq(presences.userId, actor.id))
  if (doing === null) {
    await atomically((tx) => [tx.delete(presences).where(own)])
    return
  }
  if (!permits(actor, 'tickets.read') || !(await seenOf(actor, [ticket])).has(ticket)) return
  await atomically((tx) => [
    tx
      .insert(presences)
      .values({ ticketId: ticket, userId: actor.id, doing, at: now })
      .onConflictDoUpdate({ target: [presences.ticketId, presences.userId], set: { doing, at: now } }),
  ])
}

/** Who else is at some tickets now, by ticket; only at those that the actor may see. */
export async function presentOn(actor: UserActor, ids: string[], now: Date): Promise<Map<string, Present[]>> {
  if (ids.length === 0 || !permits(actor, 'tickets.read')) return new Map()
  const here = and(
    inArray(presences.ticketId, ids),
    gt(presences.at, after(now, -presenceMs)),
    ne(presences.userId, actor.id),
  )
  const rows = await presentWhere(here)
  const seen = await seenOf(actor, [...new Set(rows.map((row) => row.ticketId))])
  return byTicket(rows.filter((row) => seen.has(row.ticketId)))
}

/** Everybody who is anywhere now. */
export const everybodyPresent = (now: Date) => presentWhere(gt(presences.at, after(now, -presenceMs)))

/** Forgets who was where an hour ago. */
export async function forgetPresences(now: Date): Promise<void> {
  await atomically((tx) => [tx.delete(presences).where(lt(presences.at, after(now, -hours(1))))])
}

/** Team and helping teams of tickets, for asking whose they are. */
export async function teamsOfTickets(
  ids: string[],
): Promise<Map<string, { team: string; helping: string[]; version: number }>> {
  if (ids.length === 0) return new Map()
  const [rows, helpers] = await Promise.all([
    db
      .select({ id: tickets.id, team: tickets.teamId, version: tickets.version })
      .from(tickets)
      .where(inArray(tickets.id, ids)),
    db.select().from(contributors).where(inArray(contributors.ticketId, ids)),
  ])
  return new Map(
    rows.map(({ id, team, version }) => [
      id,
      { team, version, helping: helpers.filter((one) => one.ticketId === id).map((one) => one.teamId) },
    ]),
  )
}

async function seenOf(actor: UserActor, ids: string[]): Promise<Set<string>> {
  const known = await teamsOfTickets(ids)
  return new Set([...known].filter(([, its]) => sees(actor, its.team, its.helping)).map(([id]) => id))
}

async function presentWhere(where: ReturnType<typeof and>) {
  return db
    .select({ ticketId: presences.ticketId, id: users.id, name: users.name, doing: presences.doing })
    .from(presences)
    .innerJoin(users, eq(users.id, presences.userId))
    .where(where)
    .orderBy(users.folded)
}

/** People by the ticket at which they are. */
export function byTicket(rows: Awaited<ReturnType<typeof everybodyPresent>>): Map<string, Present[]> {
  const people = new Map<string, Present[]>()
  for (const { ticketId, ...one } of rows) people.set(ticketId, [...(people.get(ticketId) ?? []), one])
  return people
}
