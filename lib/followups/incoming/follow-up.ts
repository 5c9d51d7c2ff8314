import type { Step } from '@/db'
import { frozen } from '@/db'
import { nextNumber } from '@/db/numbers'
import { ticketLinks } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { excerpt } from '@/lib/kit/text'
import { type Dossier, openingWrites, openTicket, releaseWrite } from '@/lib/tickets'

const link = frozen(ticketLinks)

/** The writes of a new ticket that takes up one closed too long ago: same customer, place and team, nobody's yet. */
export async function followUp(
  { ticket, policy, calendar }: Dossier,
  subject: string,
  now: Date,
): Promise<{ id: string; steps: Step[] }> {
  const opened = openTicket(
    {
      id: newId('ticket'),
      number: await nextNumber('tickets'),
      response: null,
      title: excerpt(subject, 200) || `#${ticket.number}`,
      customer: ticket.customerId ? { id: ticket.customerId, reachable: true } : null,
      touchpointId: ticket.touchpointId,
      teamId: ticket.teamId,
      priority: ticket.priority,
      priorityReason: 'repeat',
      occurrence: ticket.occurrence + 1,
      policy,
      calendar,
      language: ticket.language,
      contactAllowed: ticket.contactAllowed,
      receivedAt: now,
      author: { kind: 'customer', id: ticket.customerId },
    },
    now,
  )
  const { id, joinKey } = opened.ticket
  return {
    id,
    steps: [
      ...(joinKey ? [releaseWrite(joinKey)] : []),
      ...openingWrites(opened),
      link({ fromId: id, toId: ticket.id, kind: 'follow_up', at: now }),
    ],
  }
}
