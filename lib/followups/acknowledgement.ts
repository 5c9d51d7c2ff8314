import type { Filled } from '@/db'
import type { CustomerRow } from '@/lib/customers'
import { queueLetter } from '@/lib/mail'
import type { TicketRow } from '@/lib/tickets'

/**
 * The writes of the first letter, "we read it; this team answers by then", for the list that opens the ticket. None when
 * contact was declined, there is no address, or the customer wants no letters. It is not a first contact.
 */
export function acknowledgement(
  { ticket, customer }: { ticket: TicketRow; customer: CustomerRow | null },
  now: Date,
): Filled[] {
  if (!ticket.contactAllowed || !customer?.email || customer.optedOutAt || customer.erasedAt) return []
  return queueLetter(
    {
      kind: 'acknowledgement',
      to: customer.email,
      toName: customer.name,
      language: ticket.language,
      ticketId: ticket.id,
      customerId: customer.id,
      automatic: true,
    },
    now,
  )
}
