import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { db } from '@/db'
import { causes, memberships, slaPolicies, teams, tickets, touchpoints, users } from '@/db/schema'
import { dayOf } from '@/lib/kit/period'
import { refuse } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import { joinKeyOf } from './opening'
import type { SlaPolicy, TicketRow } from './row'

export type Member = { id: string; name: string; absentUntil: Date | null }

/** A person by id or e-mail who is active, works on tickets and is in one of these teams. Refuses `ticket.notMember`, naming `assignee`. */
export async function memberOf(ref: string, teamIds: string[]): Promise<Member> {
  const [person] = await db
    .select({ id: users.id, name: users.name, absentUntil: users.absentUntil })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(
      and(
        eq(users.active, true),
        ne(users.role, 'viewer'),
        or(eq(users.id, ref), eq(users.emailKey, emailKey(ref) ?? ref)),
        inArray(memberships.teamId, teamIds),
      ),
    )
    .limit(1)
  return person ?? blame('assignee', 'ticket.notMember')
}

/** Refuses `ticket.away` (who, until when), naming `assignee`, for somebody who is not there at `now`. */
export function demandHere({ id, name, absentUntil }: Member, timeZone: string, now: Date): void {
  if (!absentUntil || absentUntil <= now) return
  const issue = { path: 'assignee', code: 'ticket.away', message: `away until ${absentUntil.toISOString()}` }
  // At noon, so that it is the same day wherever it is written out.
  const day = new Date(`${dayOf(absentUntil, timeZone)}T12:00:00Z`)
  refuse('ticket.away', { user: id, name, until: absentUntil, day }, [issue])
}

/** Whether a person is an active member of one of some teams. */
export async function memberIn(userId: string, teamIds: string[]): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.userId, userId), inArray(memberships.teamId, teamIds), eq(users.active, true)))
    .limit(1)
  return rows.length > 0
}

/** A team in use, by id or slug, with `retired` one of earlier days too. Refuses `input.invalid`, naming `team`. */
export async function teamBy(ref: string, retired = false) {
  const [row] = await db
    .select()
    .from(teams)
    .where(and(or(eq(teams.id, ref), eq(teams.slug, ref)), retired ? undefined : isNull(teams.retiredAt)))
  return row ?? blame('team')
}

/** A touchpoint by id or slug, retired ones too. Refuses `input.invalid`, naming `touchpoint`. */
export async function touchpointBy(ref: string) {
  const [row] = await db
    .select({ id: touchpoints.id, teamId: touchpoints.teamId })
    .from(touchpoints)
    .where(or(eq(touchpoints.id, ref), eq(touchpoints.slug, ref)))
  return row ?? blame('touchpoint')
}

/** Id of a cause by id or slug. Refuses `input.invalid`, naming `rootCause`. */
export async function causeBy(ref: string): Promise<string> {
  const [row] = await db
    .select({ id: causes.id })
    .from(causes)
    .where(and(or(eq(causes.id, ref), eq(causes.slug, ref)), isNull(causes.retiredAt)))
  return row?.id ?? blame('rootCause')
}

/** What a team grants: its own policy, else the standard one. Refuses `policy.unknown`. */
export async function policyFor(id: string | null): Promise<SlaPolicy> {
  const rows = await db.select().from(slaPolicies)
  const policy = rows.find((row) => row.id === id) ?? rows.find((row) => row.standard) ?? rows[0]
  if (!policy) return refuse('policy.unknown')
  return { ...policy, targets: policy.targets as SlaPolicy['targets'] }
}

/** Whether no other ticket takes further answers of this customer at that touchpoint. */
export async function placeIsFree(ticket: TicketRow, touchpointId: string | null): Promise<boolean> {
  const key = joinKeyOf(ticket.customerId, touchpointId)
  if (!key) return false
  const [holder] = await db.select({ id: tickets.id }).from(tickets).where(eq(tickets.joinKey, key)).limit(1)
  return !holder || holder.id === ticket.id
}

/** Refuses for one field of the input that names nothing known, or for what `word` says of it. */
export const blame = (path: string, code = 'input.invalid', word = 'unknown'): never =>
  refuse(code, { field: path }, [{ path, code: word, message: word === 'unknown' ? `no such ${path}` : word }])
