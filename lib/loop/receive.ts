import { and, eq, inArray } from 'drizzle-orm'
import { atomically, frozen, must, type Step, type Tx } from '@/db'
import { nextNumber } from '@/db/numbers'
import { invitations, responseReasons, responses } from '@/db/schema'
import { type Fact, record } from '@/lib/events'
import { acknowledgement } from '@/lib/followups'
import { nudge } from '@/lib/jobs'
import { Refusal, refuse } from '@/lib/kit/refusal'
import type { Plan } from '@/lib/rules'
import { acceptResponse, countedOf, type ResponseRow, type Source, tallyWrites } from '@/lib/surveys'
import type { ResponseInput } from '@/lib/surveys/shared'
import { joinKeyOf, joinWrites, openingWrites, releaseWrite, type TicketRow } from '@/lib/tickets'
import { around } from './around'
import { authorOfSource, factsOf, join, joins, open, teamOf } from './arrival'
import { assigneeOf } from './assignee'
import { type Configuration, configuration } from './configuration'
import { type Person, personOf } from './people'
import { findInvitation, findJoinable, occurrencesSoFar } from './reading'
import { findReplay, type Keys, keysOf } from './replay'
import type { Received } from './shared'
import { persistently } from './stale'

const insertResponse = frozen(responses)
const insertReason = frozen(responseReasons)
/** Invitations in these states may still be answered. */
export const answerable = ['created', 'queued', 'sent', 'delivered', 'opened', 'started', 'partial'] as const

/**
 * Takes one answer: response, customer, ticket, clocks, history, tallies and first letters are one list, on disk when this
 * resolves. A repeat under the same key is the first answer again (`replay`). Refuses `input.invalid` naming the field,
 * `idempotency.reused`, `invitation.used`, `storage.unavailable`, `intake.busy`, `organization.unknown`.
 */
export async function receive(source: Source, input: ResponseInput, now: Date): Promise<Received> {
  const config = (await configuration(now)) ?? refuse('organization.unknown')
  const keys = keysOf(source, input, config)
  const received = await persistently(() =>
    take(source, input, keys, config, now).catch((error) => replayOr(error, keys, config)),
  )
  nudge()
  return received
}

// A repeat is rare: it is looked for only when the first road failed, so that the common answer pays for no look.
async function replayOr(error: unknown, keys: Keys, config: Configuration): Promise<Received> {
  const replay = await findReplay(keys, config)
  if (replay) return replay
  throw error
}

async function take(
  source: Source,
  input: ResponseInput,
  keys: Keys,
  config: Configuration,
  now: Date,
): Promise<Received> {
  const invitation = source.invitationId ? await invited(source.invitationId, now) : null
  const surroundings = around(withTouchpoint(input, invitation?.touchpointId ?? null, config), config)
  const causes = [...new Set(surroundings.causes.flatMap((cause) => cause?.id ?? []))]
  const row = acceptResponse(source, input, keys.hash, surroundings, now)
  const person = await personOf(input.customer, invitation?.customerId ?? null, row.submittedAt, now)
  row.customerId = person?.customer.id ?? null
  row.segment ??= person?.customer.segment ?? null
  const slugs = causes.flatMap((id) => config.causeSlugs.get(id) ?? [])
  const plan = source.history ? null : config.plan(factsOf(row, slugs, person?.customer ?? null, input.survey, config))
  const standing = plan ? await stand(row, plan, person, source, config, now) : noTicket
  row.ticketId = standing.ticket?.id ?? null
  const facts: Fact[] = [
    {
      kind: 'response.received',
      subject: { kind: 'response', id: row.id },
      actor: authorOfSource(source),
      payload: { survey: row.surveyId, touchpoint: row.touchpointId, score: row.score, ticket: row.ticketId },
    },
  ]
  await atomically((tx) => [
    ...(person?.write(tx) ?? []),
    ...(invitation ? [complete(tx, invitation.id, row.id, now)] : []),
    insertResponse(row),
    ...causes.map((causeId, position) => insertReason({ responseId: row.id, causeId, position })),
    ...standing.writes,
    ...record(facts, now),
    ...tallyWrites([countedOf(row, causes, 1)]),
  ])
  return {
    id: row.id,
    category: row.category,
    touchpoint: row.touchpointId ? (config.touchpointById.get(row.touchpointId)?.slug ?? null) : null,
    ticket: standing.ticket && { id: standing.ticket.id, number: standing.ticket.number },
    receivedAt: row.receivedAt.toISOString(),
    replay: false,
  }
}

type Standing = { ticket: Pick<TicketRow, 'id' | 'number'> | null; writes: Step[] }
const noTicket: Standing = { ticket: null, writes: [] }

/** The ticket that a plan asks for: joined when the customer has a young open one here, else opened, with its first letter. */
export async function stand(
  row: ResponseRow,
  plan: Plan,
  person: Person | null,
  source: Source,
  config: Configuration,
  now: Date,
): Promise<Standing> {
  const joinKey = joinKeyOf(person?.customer.id, row.touchpointId)
  const holder = joinKey && person?.met ? await findJoinable(joinKey) : null
  const author = authorOfSource(source)
  if (joins(holder, now))
    return { ticket: holder, writes: joinWrites(holder.id, holder.version, join(holder, row, author, now)) }
  const assignee = await assigneeOf(plan, teamOf(plan, row.touchpointId, config).id, now)
  const given = {
    number: await nextNumber('tickets'),
    customer: person?.customer ?? null,
    occurrence:
      person?.met && row.touchpointId ? (await occurrencesSoFar(person.customer.id, row.touchpointId)) + 1 : 1,
    assigneeId: assignee.id,
    author,
  }
  const opened = open(row, plan, given, config, now)
  return {
    ticket: opened.ticket,
    writes: [
      ...(holder && joinKey ? [releaseWrite(joinKey)] : []),
      ...openingWrites(opened),
      ...assignee.writes,
      ...acknowledgement({ ticket: opened.ticket, customer: given.customer }, now),
    ],
  }
}

/** The invitation that an answer spends; refuses what is unknown, used, cancelled or past. */
export async function invited(id: string, now: Date) {
  const invitation = (await findInvitation(id)) ?? refuse('invitation.unknown')
  if (invitation.state === 'completed') refuse('invitation.used', { response: invitation.responseId })
  if (!answerable.some((state) => state === invitation.state)) refuse('invitation.gone', { state: invitation.state })
  if (invitation.expiresAt <= now) refuse('invitation.gone', { state: 'expired' })
  return invitation
}

/** The write that spends an invitation: once, whoever comes first. */
export const complete = (tx: Tx, id: string, responseId: string, now: Date): Step =>
  must(
    tx
      .update(invitations)
      .set({ state: 'completed', completedAt: now, responseId, remindAt: null })
      .where(and(eq(invitations.id, id), inArray(invitations.state, [...answerable])))
      .returning({ id: invitations.id }),
    () => new Refusal('invitation.used'),
  )

function withTouchpoint(input: ResponseInput, touchpointId: string | null, config: Configuration): ResponseInput {
  const slug = touchpointId ? config.touchpointById.get(touchpointId)?.slug : undefined
  return slug && !input.touchpoint ? { ...input, touchpoint: slug } : input
}
