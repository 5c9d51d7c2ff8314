import { asc, eq } from 'drizzle-orm'
import { db } from '@/db'
import {
  calendars,
  contactAttempts,
  contributors,
  customers,
  slaClocks,
  slaPolicies,
  suppressions,
  tickets,
} from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { once } from '@/lib/kit/once'
import { sees, unknown } from './access'
import { type CompiledCalendar, compileCalendar } from './hours'
import { joinKeyOf } from './opening'
import type { AttemptRow, ClockRow, SlaPolicy, TicketRow } from './row'

/** A ticket with all that a decision about it needs. Decisions take it and give back the next one. */
export type Dossier = {
  ticket: TicketRow
  clocks: ClockRow[]
  /** Attempts to reach the customer and what came back, oldest first. */
  attempts: AttemptRow[]
  /** Teams that help without owning. */
  contributors: string[]
  calendar: CompiledCalendar
  /** Zone of the calendar: the days of attempts are counted in it. */
  timeZone: string
  policy: SlaPolicy
  /** Ways to the customer that may be used now; a bounced address is none. */
  reach: { email: boolean; phone: boolean }
  /** The key under which further answers join, if a reopened ticket may take it back. */
  freeJoinKey: string | null
  /** What every fact of a change of it says it was caused by: a bulk run's id. */
  cause?: string
}

/** Finds a ticket by id with all that a decision needs. Refuses `ticket.unknown` for what is not there or not theirs to see. */
export async function dossierOf(actor: Actor, id: string): Promise<Dossier> {
  const [ticket] = await db.select().from(tickets).where(eq(tickets.id, id))
  if (!ticket) return unknown()
  const dossier = await gather(ticket)
  return sees(actor, ticket.teamId, dossier.contributors) ? dossier : unknown()
}

async function gather(ticket: TicketRow): Promise<Dossier> {
  const [clocks, attempts, contributing, hours, [policy], reach, freeJoinKey] = await Promise.all([
    db.select().from(slaClocks).where(eq(slaClocks.ticketId, ticket.id)).orderBy(asc(slaClocks.kind)),
    db
      .select()
      .from(contactAttempts)
      .where(eq(contactAttempts.ticketId, ticket.id))
      .orderBy(asc(contactAttempts.at), asc(contactAttempts.id)),
    db.select({ id: contributors.teamId }).from(contributors).where(eq(contributors.ticketId, ticket.id)),
    calendarById(ticket.calendarId),
    db.select().from(slaPolicies).where(eq(slaPolicies.id, ticket.slaPolicyId)),
    reachOf(ticket),
    freeJoinKeyOf(ticket),
  ])
  return {
    ticket,
    clocks,
    attempts,
    contributors: contributing.map((team) => team.id),
    ...hours,
    policy: policy ? { ...policy, targets: policy.targets as SlaPolicy['targets'] } : unknown(),
    reach,
    freeJoinKey,
  }
}

type Hours = { calendar: CompiledCalendar; timeZone: string }

/** A compiled calendar by id, kept until its version changes. */
export async function calendarById(id: string): Promise<Hours> {
  const [row] = await db.select().from(calendars).where(eq(calendars.id, id))
  if (!row) return { calendar: compileCalendar({ id, timeZone: 'UTC', weekly: {}, holidays: [] }), timeZone: 'UTC' }
  const compiled = once('tickets.calendars', () => new Map<string, { version: number; calendar: CompiledCalendar }>())
  const kept = compiled.get(id)
  if (kept?.version === row.version) return { calendar: kept.calendar, timeZone: row.timeZone }
  const calendar = compileCalendar(row)
  compiled.set(id, { version: row.version, calendar })
  return { calendar, timeZone: row.timeZone }
}

async function reachOf(ticket: TicketRow): Promise<Dossier['reach']> {
  if (!ticket.customerId || !ticket.contactAllowed) return { email: false, phone: false }
  const [customer] = await db
    .select({ emailKey: customers.emailKey, phone: customers.phone, suppressed: suppressions.reason })
    .from(customers)
    .leftJoin(suppressions, eq(suppressions.addressKey, customers.emailKey))
    .where(eq(customers.id, ticket.customerId))
  const bounced = customer?.suppressed?.startsWith('bounce') ?? false
  return { email: Boolean(customer?.emailKey) && !bounced, phone: Boolean(customer?.phone) }
}

async function freeJoinKeyOf(ticket: TicketRow): Promise<string | null> {
  const key = joinKeyOf(ticket.customerId, ticket.touchpointId)
  if (!key || ticket.joinKey === key) return key
  const [holder] = await db.select({ id: tickets.id }).from(tickets).where(eq(tickets.joinKey, key)).limit(1)
  return holder ? null : key
}
