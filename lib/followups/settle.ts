import { and, eq, isNull } from 'drizzle-orm'
import { type Build, must } from '@/db'
import { recoveries, tickets } from '@/db/schema'
import type { Outcome } from '@/db/words/tickets'
import { type Author, record } from '@/lib/events'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { queueLetter, recall } from '@/lib/mail'
import type { Solved } from '@/lib/surveys/shared'
import { type Dossier, decideAttention, decideClose, decideReopen, dossierOf } from '@/lib/tickets'
import { customerOf, house } from './find'
import { lastRecovery, type RecoveryRow, recoveryByInvitation } from './reading'
import { type Verdict, verdict } from './verdict'

/** What a customer answered when asked again, as the loop took it. */
export type RecoveryAnswered = { invitationId: string; responseId: string; score: number; solved: Solved }

export type Settlement = {
  ticketId: string
  outcome: Outcome
  /** What became of the ticket; `decide` waits for a person, `none`: it was open or closed already. */
  next: Verdict['next'] | 'none'
  /** For the list that stores the answer: round, ticket, letters and facts. Guarded: `recovery.used`, `ticket.stale`. */
  steps: Build
}

/**
 * Settles the round that an answer belongs to: the verdict closes the ticket, or reopens it one level higher (twice at
 * most, then it asks for a person's decision); a new promoter is thanked. Read again and repeat on `ticket.stale`. Refuses
 * `recovery.unknown`, `recovery.used`.
 */
export async function settleRecovery(answer: RecoveryAnswered, now: Date): Promise<Settlement> {
  const recovery = (await recoveryByInvitation(answer.invitationId)) ?? refuse('recovery.unknown')
  if (recovery.answeredAt) refuse('recovery.used')
  const dossier = await dossierOf(house, recovery.ticketId)
  const last = (await lastRecovery(recovery.ticketId))?.id === recovery.id
  const { outcome, next } = verdict(answer, dossier.ticket.rounds)
  const by: Author = { kind: 'customer', id: dossier.ticket.customerId }
  // A verdict that comes after the ticket went on is kept, and moves nothing.
  const moves = last && dossier.ticket.status === 'resolved'
  const decided = moves ? act(by, dossier, { outcome, next }, answer.score, now) : null
  const customer = await customerOf(dossier.ticket)
  const thanks = outcome === 'recovered_promoter' && moves && !customer?.optedOutAt ? customer?.email : null
  return {
    ticketId: recovery.ticketId,
    outcome,
    next: moves ? next : 'none',
    steps: (tx) => [
      must(
        tx
          .update(recoveries)
          .set(settled(answer, outcome, now))
          .where(and(eq(recoveries.id, recovery.id), isNull(recoveries.answeredAt)))
          .returning({ id: recoveries.id }),
        () => new Refusal('recovery.used'),
      ),
      ...(decided?.steps ?? []),
      // A person decides now: silence must not.
      ...(moves && next === 'decide'
        ? [tx.update(tickets).set({ verdictDueAt: null }).where(eq(tickets.id, recovery.ticketId))]
        : []),
      recall(tx, recovery.ticketId, ['recovery_reminder'], 'answered', now),
      ...record([answered(by, recovery, answer, outcome)], now),
      ...(thanks && customer
        ? queueLetter(
            {
              kind: 'thanks',
              to: thanks,
              toName: customer.name,
              language: dossier.ticket.language,
              ticketId: recovery.ticketId,
              customerId: customer.id,
              automatic: true,
              facts: { score: answer.score },
            },
            now,
          )
        : []),
    ],
  }
}

function act(by: Author, dossier: Dossier, { outcome, next }: Verdict, score: number, now: Date) {
  if (next === 'close') return decideClose(by, dossier, { outcome, score }, now)
  if (next === 'reopen') return decideReopen(by, dossier, 'verdict', now)
  return decideAttention(by, dossier, 'verdict_rounds', now)
}

const settled = (answer: RecoveryAnswered, outcome: Outcome, now: Date) => ({
  answeredAt: now,
  responseId: answer.responseId,
  score: answer.score,
  solved: answer.solved,
  outcome,
  settledAt: now,
})

const answered = (by: Author, recovery: RecoveryRow, answer: RecoveryAnswered, outcome: Outcome) => ({
  kind: 'recovery.answered',
  subject: { kind: 'ticket' as const, id: recovery.ticketId },
  actor: by,
  announced: true,
  payload: {
    round: recovery.round,
    score: answer.score,
    solved: answer.solved,
    outcome,
    response: answer.responseId,
  },
})
