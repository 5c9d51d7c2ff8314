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
  signedBy: string | null,
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
      fromName: signedBy,
      automatic: kind === 'summary',
      facts: { reopens: ticket.reopens },
    },
    now,
  )

/** Who signs what an actor writes: a person by name, a program with the house's. */
export const signerOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.name : null)
