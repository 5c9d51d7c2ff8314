import type { Actor } from '@/lib/identity/shared'
import { permits, scopeOf } from '@/lib/identity/shared'
import { type AnswerLine, answersOf } from './answers'
import type { CustomerRow } from './customer'
import { customerById, suppressionOfCustomer } from './queries'
import { type LetterLine, lettersOfCustomer, type TicketLine, ticketsOfCustomer } from './tickets'

/** Everything that the actor may know of one person. `answers`, `tickets` and `letters` are newest first. */
export type CustomerPage = {
  customer: CustomerRow
  suppressed: string | null
  answers: AnswerLine[]
  tickets: TicketLine[]
  letters: LetterLine[]
}

/**
 * A customer with their answers, tickets and letters. Words of an answer are null unless it is the actor's to read;
 * another team's ticket is one line. Refuses `customer.unknown`, `identity.forbidden`.
 */
export async function customerPage(actor: Actor, id: string): Promise<CustomerPage> {
  const customer = await customerById(actor, id)
  const [suppressed, tickets] = await Promise.all([
    suppressionOfCustomer(customer),
    ticketsOfCustomer(id, scopeOf(actor)),
  ])
  const own = tickets.filter((ticket) => ticket.own)
  const [answers, letters] = await Promise.all([
    answersOf(id, {
      words: permits(actor, 'words.read'),
      scope: scopeOf(actor),
      tickets: own.map((ticket) => ticket.id),
    }),
    lettersOfCustomer(id, scopeOf(actor).all ? null : own.map((ticket) => ticket.id)),
  ])
  return { customer, suppressed, answers, tickets, letters }
}
