import type { CustomerRow } from '@/lib/customers'
import type { Author } from '@/lib/events'
import { after, days } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { fold } from '@/lib/kit/text'
import type { Plan, ResponseFacts } from '@/lib/rules'
import type { ResponseRow, Source } from '@/lib/surveys'
import { type Joined, joinDays, joinTicket, type Opened, openTicket, priorityOf, type TicketRow } from '@/lib/tickets'
import type { Configuration } from './configuration'

type Team = NonNullable<Configuration['fallbackTeam']>

/** What rules are asked about an answer. */
export function factsOf(
  row: ResponseRow,
  reasons: string[],
  customer: CustomerRow | null,
  survey: string,
  config: Configuration,
): ResponseFacts {
  const touchpoint = row.touchpointId ? config.touchpointById.get(row.touchpointId) : undefined
  return {
    score: row.score,
    category: row.category,
    survey,
    touchpoint: touchpoint?.slug ?? null,
    stage: touchpoint ? (config.stageSlugs.get(touchpoint.stageId) ?? null) : null,
    channel: row.channel,
    segment: row.segment,
    annualValue: customer?.annualValue ?? null,
    valueCurrency: customer?.valueCurrency ?? null,
    reasons,
    commentType: row.commentType,
    language: row.language,
    comment: row.comment ? fold(row.comment) : '',
    contactAllowed: row.contactAllowed,
  }
}

/** The team that a plan means: the named one, else the touchpoint's owner, else the first of the house. */
export function teamOf(plan: Plan, touchpointId: string | null, config: Configuration): Team {
  const named = plan.team === 'owner' ? undefined : config.teamBySlug.get(plan.team)
  const owner = touchpointId ? config.touchpointById.get(touchpointId)?.teamId : null
  return named ?? (owner ? config.teams.get(owner) : undefined) ?? config.fallbackTeam ?? refuse('team.unknown')
}

/** An open ticket that is young enough takes further answers of its customer at its touchpoint. */
export const joins = (ticket: TicketRow | null, now: Date): ticket is TicketRow =>
  ticket?.open === true && after(ticket.createdAt, days(joinDays)) > now

/** The ticket that this answer joins, one step graver. Pure. */
export const join = (ticket: TicketRow, row: ResponseRow, author: Author, now: Date): Joined =>
  joinTicket(ticket, { id: row.id, score: row.score }, author, now)

/** The ticket that this answer opens. Pure. */
export function open(
  row: ResponseRow,
  plan: Plan,
  given: {
    number: number
    customer: CustomerRow | null
    occurrence: number
    assigneeId: string | null
    author: Author
  },
  config: Configuration,
  now: Date,
): Opened {
  const team = teamOf(plan, row.touchpointId, config)
  const policy =
    (plan.slaPolicy ? config.policies.get(plan.slaPolicy) : undefined) ??
    config.standardPolicy ??
    refuse('policy.unknown')
  const calendar = config.calendars.get(team.calendarId) ?? refuse('calendar.unknown')
  const { valueThreshold, currency } = config.organization
  const { priority, reason } = priorityOf({
    score: row.score,
    annualValue: given.customer?.valueCurrency === currency ? given.customer.annualValue : null,
    valueThreshold,
    occurrence: given.occurrence,
    ruled: plan.priority === 'by_score' ? null : plan.priority,
  })
  return openTicket(
    {
      id: newId('ticket'),
      number: given.number,
      response: row,
      customer: given.customer && {
        id: given.customer.id,
        reachable: Boolean(given.customer.email || given.customer.phone),
      },
      touchpointId: row.touchpointId,
      teamId: team.id,
      assigneeId: given.assigneeId,
      priority,
      priorityReason: reason,
      occurrence: given.occurrence,
      ruleId: plan.ruleId,
      policy,
      calendar,
      language: row.language,
      contactAllowed: row.contactAllowed,
      receivedAt: row.receivedAt,
      author: given.author,
    },
    now,
  )
}

/** Who did it, as the record says it. */
export const authorOfSource = (source: Source): Author => {
  if (source.kind === 'key') return { kind: 'key', id: source.keyId ?? null }
  return source.kind === 'import' ? { kind: 'system', id: 'import' } : { kind: 'customer', id: null }
}
