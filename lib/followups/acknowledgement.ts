import type { Filled } from '@/db'
import { queueLetter } from '@/lib/mail'

/** What the first letter needs to know: the words come later, from the response itself. */
export type Acknowledged = {
  ticket: { id: string; number: number; language: string; contactable: boolean }
  customer: { id: string; email: string | null; name: string | null } | null
}

/** The writes of the letter that tells a customer that somebody will answer; none without leave to write or an address. Never a first contact. */
export function acknowledgement({ ticket, customer }: Acknowledged, now: Date): Filled[] {
  if (!customer?.email || !ticket.contactable) return []
  return queueLetter(
    {
      kind: 'acknowledgement',
      to: customer.email,
      toName: customer.name,
      language: ticket.language,
      ticketId: ticket.id,
      customerId: customer.id,
      facts: { number: ticket.number },
      automatic: true,
    },
    now,
  )
}
