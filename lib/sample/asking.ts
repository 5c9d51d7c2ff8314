import { after, days, minutes } from '@/lib/kit/clock'
import { dayOf } from '@/lib/kit/period'
import { categoryOf } from '@/lib/surveys'
import { happens } from './chance'
import { resumeClock } from './clocks'
import type { Course, Verdict } from './course'
import { byCustomer, byHouse, change, fact, type Life } from './life'
import { letter, saidOf, template } from './post'
import type { Rows } from './world'

type RecoveryRow = Rows['recoveries'][number]
type InvitationRow = Rows['invitations'][number]

/** After resolving: the customer is asked again, answers or not, and the ticket closes or comes back. Returns when it came back. */
export function* askAgain(life: Life, course: Course, round: number, resolvedAt: Date): Generator<Date, Date | null> {
  const sentAt = life.ticket.askAt
  if (!sentAt) return yield* closeBySilence(life, null, null, after(resolvedAt, days(7)))
  yield sentAt
  const recovery = begin(life, round, resolvedAt, sentAt)
  const invitation = send(life, recovery, sentAt)
  const verdict = course.rounds[round] ?? null
  if (!verdict) return yield* closeBySilence(life, recovery, invitation, after(sentAt, days(7)))
  const at = after(sentAt, verdict.after)
  yield at
  answer(life, recovery, invitation, verdict, at)
  return settle(life, recovery, verdict, at)
}

function begin(life: Life, round: number, resolvedAt: Date, sentAt: Date): RecoveryRow {
  const { world, ticket } = life
  const row: RecoveryRow = {
    id: world.id('recovery', sentAt),
    ticketId: ticket.id,
    round: round + 1,
    invitationId: null,
    touchpointId: ticket.touchpointId,
    firstScore: ticket.score,
    firstCategory: ticket.category,
    resolvedAt,
    day: dayOf(resolvedAt, world.zone),
    sentAt: null,
    deliveredAt: null,
    answeredAt: null,
    responseId: null,
    score: null,
    solved: null,
    outcome: null,
    settledAt: null,
    cancelledAt: null,
  }
  world.rows.recoveries.push(row)
  return row
}

function send(life: Life, recovery: RecoveryRow, at: Date): InvitationRow {
  const { world, ticket } = life
  const id = world.id('invitation', at)
  const invitation: InvitationRow = {
    id,
    surveyId: world.surveys.recovery,
    customerId: ticket.customerId,
    touchpointId: ticket.touchpointId,
    ticketId: ticket.id,
    channel: 'email',
    language: ticket.language,
    state: 'sent',
    reason: null,
    attributes: {},
    createdAt: at,
    sentAt: at,
    deliveredAt: null,
    openedAt: null,
    startedAt: null,
    completedAt: null,
    remindAt: null,
    remindedAt: null,
    expiresAt: after(at, days(30)),
    responseId: null,
    version: 2,
  }
  world.rows.invitations.push(invitation)
  letter(life, at, { kind: 'recovery', text: template(life, 'recovery', ''), invitation: id })
  Object.assign(recovery, { invitationId: id, sentAt: at, deliveredAt: at })
  life.ticket = { ...life.ticket, askAt: null, verdictDueAt: after(at, days(7)) }
  fact(life, at, byHouse('followups'), 'recovery.asked', { round: recovery.round, invitation: id })
  fact(life, after(at, 20_000), byHouse('followups'), 'recovery.sent', {})
  return invitation
}

function* closeBySilence(
  life: Life,
  recovery: RecoveryRow | null,
  invitation: InvitationRow | null,
  at: Date,
): Generator<Date, null> {
  yield at
  if (invitation) Object.assign(invitation, { state: 'cancelled', reason: 'no_answer' })
  if (recovery) Object.assign(recovery, { outcome: 'no_answer', settledAt: at })
  const end = { status: 'closed', closedAt: at, outcome: 'no_answer', verdictAt: at } as const
  change(life, at, byHouse('followups'), 'closed', { ...end, joinKey: null, askAt: null, verdictDueAt: null }, silence)
  return null
}

const silence = { outcome: 'no_answer', score: null }

function answer(
  life: Life,
  recovery: RecoveryRow,
  invitation: InvitationRow,
  its: NonNullable<Verdict>,
  at: Date,
): void {
  const { world, ticket } = life
  const band = categoryOf(its.score)
  const row = {
    ...life.answer.row,
    id: world.id('response', at),
    kind: 'recovery' as const,
    surveyId: world.surveys.recovery,
    score: its.score,
    category: band,
    channel: 'email' as const,
    comment: happens(life.roll, 0.6) ? saidOf(life, 'again', band) : null,
    commentType: null,
    invitationId: invitation.id,
    ticketId: ticket.id,
    solved: its.solved,
    attributes: {},
    submittedAt: at,
    receivedAt: at,
    day: dayOf(at, world.zone),
  }
  world.rows.responses.push(row)
  const started = after(at, -minutes(1))
  Object.assign(invitation, { state: 'completed', openedAt: started, startedAt: started })
  Object.assign(invitation, { completedAt: at, responseId: row.id, version: 3 })
  Object.assign(recovery, { answeredAt: at, responseId: row.id, score: its.score, solved: its.solved })
  life.ticket = { ...life.ticket, customerSpokeAt: at }
}

/** Closed with its outcome, or back to work: when it came back. */
function settle(life: Life, recovery: RecoveryRow, { score, solved }: NonNullable<Verdict>, at: Date): Date | null {
  const good = solved !== 'no' && score >= 7
  const outcome = good ? (score >= 9 ? 'recovered_promoter' : 'recovered_passive') : 'not_recovered'
  Object.assign(recovery, { outcome, settledAt: at })
  const { ticket } = life
  const by = byCustomer(life)
  const { round, responseId: response } = recovery
  fact(life, at, by, 'recovery.answered', { round, score, solved, outcome, response })
  if (good || solved === 'yes' || ticket.rounds >= 2) {
    const end = { status: 'closed', closedAt: at, outcome, verdictScore: score, verdictAt: at } as const
    change(life, at, by, 'closed', { ...end, joinKey: null, askAt: null, verdictDueAt: null }, { outcome, score })
    return null
  }
  const { calendar } = life.answer.place.team
  life.clocks = life.clocks.map((clock) => (clock.kind === 'resolution' ? resumeClock(clock, at, calendar) : clock))
  const part = {
    status: 'in_progress',
    reopens: ticket.reopens + 1,
    rounds: ticket.rounds + 1,
    reopenedAt: at,
    escalation: Math.min(3, ticket.escalation + 1),
    resolvedAt: null,
    resolvedBy: null,
    verdictDueAt: null,
  } as const
  change(life, at, by, 'reopened', part, { cause: 'verdict', rounds: part.rounds, reopens: part.reopens })
  return at
}
