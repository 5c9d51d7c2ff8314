import { and, eq } from 'drizzle-orm'
import { db } from '@/db'
import { nextNumber } from '@/db/numbers'
import { customers, organization, tickets } from '@/db/schema'
import { type Actor, authorOf, demand, scopeOf } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { type Changed, commit } from '../commit'
import { calendarById } from '../dossier'
import type { CreateInput } from '../inputs'
import { releaseWrite } from '../joining'
import { blame, demandHere, memberOf, policyFor, teamBy, touchpointBy } from '../lookups'
import { joinKeyOf, openingWrites, openTicket } from '../opening'
import { priorityOf } from '../priority'

/**
 * Opens a ticket by hand, without an answer. Its team is the one named, else the touchpoint's owner; it must be one of the
 * actor's. Refuses `input.invalid` naming the field, `ticket.notMember`, `ticket.away`, `identity.forbidden`.
 */
export async function createTicket(actor: Actor, input: CreateInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  const touchpoint = input.touchpoint ? await touchpointBy(input.touchpoint) : null
  const team = await teamBy(input.team ?? touchpoint?.teamId ?? '')
  const scope = scopeOf(actor)
  if (!scope.all && !scope.teams.includes(team.id)) blame('team')
  const customer = input.customer ? await customerBy(input.customer) : null
  const [{ calendar, timeZone }, policy, house, occurrence, assignee, number] = await Promise.all([
    calendarById(team.calendarId),
    policyFor(team.slaPolicyId),
    db.select().from(organization).limit(1),
    customer && touchpoint ? occurrenceOf(customer.id, touchpoint.id) : 1,
    input.assignee ? memberOf(input.assignee, [team.id]) : null,
    nextNumber('tickets'),
  ])
  if (assignee && assignee.id !== actor.id) demandHere(assignee, timeZone, now)
  const given = input.priority ? { priority: input.priority, reason: 'person' } : null
  const { priority, reason } = given ?? priorityOf({ score: null, occurrence })
  const joinKey = joinKeyOf(customer?.id, touchpoint?.id)
  const opened = openTicket(
    {
      id: newId('ticket'),
      number,
      response: null,
      title: input.title,
      customer: customer && { id: customer.id, reachable: Boolean(customer.email || customer.phone) },
      touchpointId: touchpoint?.id ?? null,
      teamId: team.id,
      assigneeId: assignee?.id ?? null,
      priority,
      priorityReason: reason,
      occurrence,
      policy,
      calendar,
      language: input.language ?? customer?.language ?? house[0]?.locale ?? 'es',
      contactAllowed: true,
      receivedAt: now,
      author: authorOf(actor),
    },
    now,
  )
  const { id, version, status } = opened.ticket
  await commit(id, [...(joinKey ? [releaseWrite(joinKey)] : []), ...openingWrites(opened)])
  return { id, number, version, status }
}

async function customerBy(id: string) {
  const [row] = await db.select().from(customers).where(eq(customers.id, id))
  return row && !row.erasedAt ? row : blame('customer')
}

export const occurrenceOf = async (customerId: string, touchpointId: string): Promise<number> =>
  1 + (await db.$count(tickets, and(eq(tickets.customerId, customerId), eq(tickets.touchpointId, touchpointId))))
