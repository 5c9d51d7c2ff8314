import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { customers, teams, touchpoints } from '@/db/schema'
import { formatter, type Locale } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import type { Actor } from '@/lib/identity/shared'
import { env } from '@/lib/kit/env'
import { sealToken } from '@/lib/kit/seal'
import { named } from '@/lib/kit/text'
import type { TicketRow } from '@/lib/tickets'
import type { Variable } from './variables'

/** Whom a macro would write to. */
export type Addressee = { name: string | null; email: string | null; emailKey: string | null }
export type Words = { values: Partial<Record<Variable, string | null>>; addressee: Addressee | null; locale: Locale }

/** What the variables of a macro mean on one ticket, in the ticket's language, and whom it writes to. */
export async function wordsOn(actor: Actor, ticket: TicketRow): Promise<Words> {
  const [house, [customer], [place], [team]] = await Promise.all([
    organization(),
    db
      .select()
      .from(customers)
      .where(eq(customers.id, ticket.customerId ?? '')),
    db
      .select()
      .from(touchpoints)
      .where(eq(touchpoints.id, ticket.touchpointId ?? '')),
    db.select().from(teams).where(eq(teams.id, ticket.teamId)),
  ])
  const locale: Locale = languageOf(ticket.language) ?? languageOf(house?.locale) ?? 'es'
  const agent = actor.kind === 'user' ? actor.name : (house?.name ?? null)
  const format = formatter({ locale, country: house?.country ?? 'MX', timeZone: house?.timeZone ?? 'UTC' })
  return {
    locale,
    addressee: customer && !customer.erasedAt ? customer : null,
    values: {
      'customer.name': customer?.name ?? null,
      'customer.first_name': firstOf(customer?.name),
      'ticket.number': String(ticket.number),
      'ticket.touchpoint': place ? named(place, locale) : null,
      'ticket.team': team ? named(team, locale) : null,
      'ticket.score': ticket.score === null ? null : String(ticket.score),
      'ticket.date': format.date(ticket.receivedAt),
      'agent.name': agent,
      'agent.first_name': firstOf(agent),
      'organization.name': house?.name ?? null,
      'case.link': `${env().baseUrl}/t/${sealToken('case', ticket.id)}`,
    },
  }
}

/** The words for a ticket's language: its own, else the organization's, else whichever there is. */
export function textFor(texts: Partial<Record<string, string>>, language: string, house: string): string | null {
  const known = [languageOf(language), languageOf(house), ...Object.keys(texts)]
  const chosen = known.find((one) => one && texts[one]?.trim())
  return chosen ? (texts[chosen]?.trim() ?? null) : null
}

const languageOf = (tag: string | null | undefined): Locale | null => {
  const [language] = (tag ?? '').toLowerCase().split('-')
  return language === 'es' || language === 'en' ? language : null
}

const firstOf = (name: string | null | undefined): string | null => name?.trim().split(/\s+/)[0] || null
