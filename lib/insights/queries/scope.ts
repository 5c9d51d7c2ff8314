import { and, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import { db } from '@/db'
import { organization, surveys, tickets } from '@/db/schema'
import type { Channel } from '@/db/words/surveys'
import type { Actor } from '@/lib/identity/shared'
import type { Period } from '@/lib/kit/period'
import { refuse } from '@/lib/kit/refusal'
import { refuseField } from '../field'
import type { BoardFilter } from '../shared'
import { instantsOf } from '../span'
import { ownTeams, type Place, placesFor } from './places'

/** A filter with its words looked up, and what its reader may see. */
export type Scope = {
  zone: string
  places: Place[]
  /** Only these touchpoints count; null: all, and the answers that name none. */
  only: string[] | null
  surveyId: string | null
  cuts: { cut: 'channel' | 'language' | 'segment'; value: string }[]
}

/** Looks up what a filter names. Refuses `input.invalid` for what does not exist, `organization.unknown` before setting up. */
export async function scopeFor(actor: Actor, filter: Omit<BoardFilter, 'from' | 'to'>): Promise<Scope> {
  const [house] = await db.select({ zone: organization.timeZone }).from(organization).limit(1)
  const all = await placesFor(actor, filter.journey)
  const places = filter.team ? all.filter(({ team }) => team?.slug === filter.team) : all
  if (filter.team && places.length === 0) refuseField('team', 'team.unknown')
  return {
    zone: house?.zone ?? refuse('organization.unknown'),
    places,
    only: filter.team || filter.journey || ownTeams(actor) ? places.map(({ id }) => id) : null,
    surveyId: filter.survey ? await surveyId(filter.survey) : null,
    cuts: (['channel', 'language', 'segment'] as const).flatMap((cut) => {
      const value = filter[cut]
      return value ? [{ cut, value }] : []
    }),
  }
}

async function surveyId(slug: string): Promise<string> {
  const [row] = await db.select({ id: surveys.id }).from(surveys).where(eq(surveys.slug, slug))
  return row?.id ?? refuseField('survey', 'survey.unknown')
}

/** Whether a touchpoint's row belongs to the scope; '' and null are answers that name none. */
export const within = ({ only }: Scope, id: string | null): boolean =>
  only === null || (id !== null && only.includes(id))

/** The tickets of a scope. */
export function ticketsOf({ only, surveyId: survey, cuts }: Scope): SQL | undefined {
  const value = (cut: string) => cuts.find((one) => one.cut === cut)?.value
  const [channel, language, segment] = [value('channel'), value('language'), value('segment')]
  return and(
    only ? inArray(tickets.touchpointId, only) : undefined,
    survey ? eq(tickets.surveyId, survey) : undefined,
    channel ? eq(tickets.channel, channel as Channel) : undefined,
    language ? eq(tickets.language, language) : undefined,
    segment ? eq(tickets.segment, segment) : undefined,
  )
}

/** The tickets of a scope whose answer was received in a span of local days: by index. */
export function ticketsIn(scope: Scope, period: Period): SQL | undefined {
  const { from, until } = instantsOf(period, scope.zone)
  return and(gte(tickets.receivedAt, from), lt(tickets.receivedAt, until), ticketsOf(scope))
}
