import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { db } from '@/db'
import { causes, memberships, teams, tickets, touchpoints, users } from '@/db/schema'
import { refuse } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import { joinKeyOf } from './opening'
import type { TicketRow } from './row'

/** Id of a person by id or e-mail who is active, works on tickets and is in one of these teams. Refuses `ticket.notMember`, naming `assignee`. */
export async function memberOf(ref: string, teamIds: string[]): Promise<string> {
  const [person] = await db
    .select({ id: users.id })
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
  return person?.id ?? blame('assignee', 'ticket.notMember')
}

/** Whether a person is an active member of a team. */
export async function isMember(userId: string | null, teamId: string): Promise<boolean> {
  if (!userId) return false
  const [row] = await db
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.userId, userId), eq(memberships.teamId, teamId), eq(users.active, true)))
  return row !== undefined
}

/** A team in use, by id or slug. Refuses `input.invalid`, naming `team`. */
export async function teamBy(ref: string) {
  const [row] = await db
    .select()
    .from(teams)
    .where(and(or(eq(teams.id, ref), eq(teams.slug, ref)), isNull(teams.retiredAt)))
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

/** Whether no other ticket takes further answers of this customer at that touchpoint. */
export async function placeIsFree(ticket: TicketRow, touchpointId: string | null): Promise<boolean> {
  const key = joinKeyOf(ticket.customerId, touchpointId)
  if (!key) return false
  const [holder] = await db.select({ id: tickets.id }).from(tickets).where(eq(tickets.joinKey, key)).limit(1)
  return !holder || holder.id === ticket.id
}

/** Refuses for one field of the input that names nothing known. */
export const blame = (path: string, code = 'input.invalid'): never =>
  refuse(code, { field: path }, [{ path, code: 'unknown', message: `no such ${path}` }])
