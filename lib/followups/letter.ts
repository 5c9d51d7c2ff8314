import type { Filled } from '@/db'
import type { CustomerRow } from '@/lib/customers'
import type { Actor } from '@/lib/identity/shared'
import { queueLetter } from '@/lib/mail'
import type { Dossier } from '@/lib/tickets'

/** The writes of a letter in a person's own words. */
export const letterTo = (
  customer: CustomerRow & { email: string },
  { ticket }: Dossier,
  kind: 'reply' | 'summary',
  ids: { messageId: string; letterId: string },
  actor: Actor,
  now: Date,
): Filled[] =>
  queueLetter(
    {
      id: ids.letterId,
      kind,
      to: customer.email,
      toName: customer.name,
      language: ticket.language,
      ticketId: ticket.id,
      customerId: customer.id,
      messageRowId: ids.messageId,
      fromName: actor.kind === 'user' ? actor.name : null,
      automatic: kind === 'summary',
      facts: { reopens: ticket.reopens },
    },
    now,
  )
