import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db'
import { prepared } from '@/db/prepared'
import {
  customers,
  invitations,
  messages,
  recoveries,
  responses,
  slaClocks,
  surveys,
  teams,
  tickets,
  users,
} from '@/db/schema'
import type { CustomerRow } from '@/lib/customers'
import { type Formatter, formatter, isLocale, type Locale, type Place } from '@/lib/i18n'
import { type OrganizationRow, organization } from '@/lib/identity'
import { once } from '@/lib/kit/once'
import { refuse } from '@/lib/kit/refusal'
import { named } from '@/lib/kit/text'
import type { SurveyRow } from '@/lib/surveys'
import type { TicketRow } from '@/lib/tickets'

export type RecoveryRow = typeof recoveries.$inferSelect
export type MessageRow = typeof messages.$inferSelect
type Response = typeof responses.$inferSelect

/** All that a letter about a ticket may speak of. */
export type Case = {
  organization: OrganizationRow
  ticket: TicketRow
  customer: CustomerRow | null
  /** The answer that opened it. */
  response: Response | null
  team: string
  /** Who has it, or who resolved it when nobody does. */
  assignee: string | null
  locale: Locale
  format: Formatter
}

/** Reads a ticket's case, or null when there is none. */
export async function caseOf(ticketId: string, language?: string): Promise<Case | null> {
  const house = (await organization()) ?? refuse('organization.unknown')
  const [row] = await readCase({ id: ticketId })
  if (!row) return null
  const locale = localeFor(language ?? row.ticket.language, house.locale)
  return {
    organization: house,
    ticket: row.ticket,
    customer: row.customer,
    response: row.response,
    team: row.team ? named(row.team, locale) : house.name,
    assignee: row.assignee ?? (row.ticket.resolvedBy ? await nameOf(row.ticket.resolvedBy) : null),
    locale,
    format: formatFor({ locale, country: house.country, timeZone: house.timeZone }),
  }
}

const readCase = prepared('case of a ticket', (read) =>
  read
    .select({ ticket: tickets, customer: customers, response: responses, team: teams, assignee: users.name })
    .from(tickets)
    .leftJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(responses, eq(responses.id, tickets.responseId))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(users, eq(users.id, tickets.assigneeId))
    .where(eq(tickets.id, sql.placeholder('id'))),
)

// Making a formatter costs more than writing the letter with it.
function formatFor(place: Place): Formatter {
  const kept = once('followups.formats', () => new Map<string, Formatter>())
  const key = `${place.locale} ${place.country} ${place.timeZone}`
  const known = kept.get(key) ?? formatter(place)
  kept.set(key, known)
  return known
}

/** The language we write in: the customer's when we speak it, else the organization's. */
export function localeFor(language: string, fallback: string): Locale {
  const own = language.slice(0, 2).toLowerCase()
  if (isLocale(own)) return own
  return isLocale(fallback) ? fallback : 'es'
}

/** By when somebody must have reached the customer, while that clock runs. */
export async function contactDueAt(ticketId: string): Promise<Date | null> {
  const [row] = await readDue({ id: ticketId })
  return row?.state === 'running' ? row.dueAt : null
}

const readDue = prepared('first contact due', (read) =>
  read
    .select({ dueAt: slaClocks.dueAt, state: slaClocks.state })
    .from(slaClocks)
    .where(and(eq(slaClocks.ticketId, sql.placeholder('id')), eq(slaClocks.kind, 'first_contact'))),
)

export async function messageById(id: string): Promise<MessageRow | null> {
  const [row] = await db.select().from(messages).where(eq(messages.id, id))
  return row ?? null
}

export async function recoveryByInvitation(invitationId: string): Promise<RecoveryRow | null> {
  const [row] = await db.select().from(recoveries).where(eq(recoveries.invitationId, invitationId))
  return row ?? null
}

/** The last time that a ticket's customer was asked again. */
export async function lastRecovery(ticketId: string): Promise<RecoveryRow | null> {
  const [row] = await db
    .select()
    .from(recoveries)
    .where(eq(recoveries.ticketId, ticketId))
    .orderBy(desc(recoveries.round))
    .limit(1)
  return row ?? null
}

/** The survey that an invitation asks with. */
export async function surveyOf(invitationId: string | null): Promise<SurveyRow | null> {
  if (!invitationId) return null
  const [row] = await db
    .select({ survey: surveys })
    .from(invitations)
    .innerJoin(surveys, eq(surveys.id, invitations.surveyId))
    .where(eq(invitations.id, invitationId))
  return row?.survey ?? null
}

/** A person's name, for signing. */
export async function nameOf(userId: string): Promise<string | null> {
  const [row] = await db.select({ name: users.name }).from(users).where(eq(users.id, userId))
  return row?.name ?? null
}
