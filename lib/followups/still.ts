import { emailKey } from '@/lib/kit/text'
import type { Desk, Letter } from '@/lib/mail'
import { isOpen } from '@/lib/tickets'
import { type Case, caseOf, recoveryByInvitation, surveyOf } from './reading'

type Reason = Awaited<ReturnType<Desk['still']>>
type Look = (its: Case, letter: Letter, now: Date) => Reason | Promise<Reason>

/** A desk's look before each attempt: first what holds for every letter about a case, then what holds for this kind. */
export const stillOf =
  (look: Look): Desk['still'] =>
  async (letter, now) => {
    const its = letter.ticketId ? await caseOf(letter.ticketId, letter.language) : null
    if (!its?.customer || its.customer.erasedAt) return 'erased'
    if (its.customer.emailKey !== emailKey(letter.toAddress)) return 'no_address'
    if (!its.ticket.contactAllowed) return 'declined'
    return look(its, letter, now)
  }

/** Only while the case is open, and never to who wants no letters. That it is one in a day at most is the gate's rule. */
export const acknowledgementStill: Look = (its) => {
  if (!isOpen(its.ticket.status)) return 'closed'
  return its.customer?.optedOutAt ? 'opted_out' : null
}

export const replyStill: Look = (its) => (its.ticket.status === 'discarded' ? 'closed' : null)

/** The summary speaks of this resolving, not of one that was taken back. */
export const summaryStill: Look = (its, letter) =>
  isOpen(its.ticket.status) || its.ticket.reopens !== letter.facts.reopens ? 'reopened' : null

/** The question stands while the ticket is resolved and nobody has answered it. */
export const askingStill: Look = async (its, letter) => {
  if (isOpen(its.ticket.status)) return 'reopened'
  if (its.ticket.status !== 'resolved') return 'closed'
  if (its.customer?.optedOutAt) return 'opted_out'
  const recovery = letter.invitationId ? await recoveryByInvitation(letter.invitationId) : null
  if (!recovery || recovery.cancelledAt) return 'reopened'
  if (recovery.answeredAt) return 'answered'
  const survey = await surveyOf(letter.invitationId)
  return survey?.status === 'live' ? null : 'survey_closed'
}

export const thanksStill: Look = (its) => {
  if (its.customer?.optedOutAt) return 'opted_out'
  return isOpen(its.ticket.status) ? 'reopened' : null
}
