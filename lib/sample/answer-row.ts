import { dayOf } from '@/lib/kit/period'
import { categoryOf, type ResponseRow } from '@/lib/surveys'
import { between, type Dice, dice, happens, pick, whole } from './chance'
import type { Customer } from './crowd'
import { invite } from './invited'
import type { Place, World } from './world'

/** How a scene's ticket goes, where it is not left to chance. */
export type Pace =
  | 'untouched'
  | 'assigned'
  | 'talking'
  | 'waiting'
  | 'partner'
  | 'late'
  | 'resolved'
  | 'delighted'
  | 'unmoved'
  | 'reopened'
export type Answer = {
  row: ResponseRow
  customer: Customer | null
  place: Place
  cause: string | null
  pace: Pace | null
  /** What its chances are thrown from, whatever the day is. */
  seed: string
}

/** One answer as a row, still without words. */
export function stage(
  world: World,
  roll: Dice,
  at: Date,
  place: Place,
  customer: Customer | null,
  score: number,
  cause: string | null,
): Answer {
  const channel =
    customer && customer.reach !== 'mail' ? 'store' : (pick(roll, place.channels) as ResponseRow['channel'])
  const row: ResponseRow = {
    id: world.id('response', at),
    idempotency: null,
    contentHash: null,
    externalKey: null,
    kind: 'answer',
    surveyId: surveyOf(world, place, roll),
    surveyVersion: 1,
    score,
    category: categoryOf(score),
    touchpointId: place.id,
    channel,
    language: customer?.row.language ?? 'es',
    segment: customer?.row.segment ?? null,
    comment: null,
    commentType: null,
    contactAllowed: !happens(roll, 0.06),
    customerId: customer?.row.id ?? null,
    invitationId: null,
    ticketId: null,
    solved: null,
    attributes: happens(roll, 0.7) ? { pedido: String(whole(roll, 700_000, 999_999)) } : {},
    submittedAt: at,
    receivedAt: at,
    day: dayOf(at, world.zone),
    importId: null,
    history: false,
    revision: 1,
    voidAt: null,
    voidReason: null,
  }
  return { row, customer, place, cause, pace: null, seed: '' }
}

const surveyOf = ({ surveys }: World, place: Place, roll: Dice) => {
  if (happens(roll, 0.08)) return surveys.relational
  if (place.stage === 'descubrir' || place.stage === 'comprar') return surveys.buying
  return place.stage === 'recibir' ? surveys.receiving : surveys.service
}

/** Puts the answer down, with its reasons and, when it came by mail, the invitation that it answers. */
export function putDown(world: World, answer: Answer): Answer {
  const { row, cause } = answer
  const chosen = cause ? world.causes.get(cause) : undefined
  if (chosen) world.rows.reasons.push({ responseId: row.id, causeId: chosen.id, position: 0 })
  world.rows.responses.push(row)
  const roll = dice(`invitation ${answer.seed}`)
  if (row.channel === 'email' && answer.customer?.row.email && row.customerId)
    invite(world, row, between(roll, 20, 2_000))
  return answer
}
