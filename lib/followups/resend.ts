import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { letterById, retryLetter } from '@/lib/mail'
import { dossierOf } from '@/lib/tickets'

/**
 * Sends a letter of a ticket again that failed, for whoever works on the ticket: the same words, at once. Refuses
 * `identity.forbidden`, `letter.unknown` for what is not there or not theirs to see, `letter.stale` when it has left.
 */
export async function resend(actor: Actor, letterId: string, now: Date): Promise<void> {
  demand(actor, 'tickets.work')
  const letter = await letterById(letterId)
  if (!letter?.ticketId) return refuse('letter.unknown')
  await dossierOf(actor, letter.ticketId).catch(() => refuse('letter.unknown'))
  await retryLetter(authorOf(actor), letterId, now)
}
