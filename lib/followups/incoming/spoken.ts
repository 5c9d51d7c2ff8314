import type { Build } from '@/db'
import { system } from '@/lib/events'
import type { Classified, Inbound, Outcome, ReadMail } from '@/lib/inbox'
import { after, days } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { type Dossier, decideAttention, dossierOf, isOpen, reopenDays, type TicketRow } from '@/lib/tickets'
import { customerOf, house } from '../find'
import { hearing } from '../heard'
import { followUp } from './follow-up'
import { addedTo, type Sender, senderOf, staffFor } from './sender'
import { received, wordsOf } from './words'

export type Settled = { outcome: Outcome; build: Build }

/** A person's mail on the ticket that it answers: by who sent it, the customer's words, a colleague's note, or a stranger's. */
export async function spoken(
  mail: ReadMail,
  { authentication }: Pick<Classified, 'authentication'>,
  row: Inbound,
  ticket: TicketRow,
  now: Date,
): Promise<Settled> {
  const dossier = await dossierOf(house, ticket.id)
  const sender = await senderOn(mail, dossier, authentication)
  if (sender.standing === 'participant' && isTooOld(ticket, now)) return takenUp(mail, row, dossier, sender, now)
  return onTicket(mail, row, dossier, sender, now)
}

/** Who the sender of a mail is to a ticket. */
export async function senderOn(
  mail: ReadMail,
  dossier: Dossier,
  authentication: Classified['authentication'],
): Promise<Sender> {
  const { ticket, contributors } = dossier
  const address = mail.from?.address ?? ''
  const [customer, added, staff] = await Promise.all([
    customerOf(ticket),
    addedTo(ticket.id),
    authentication.pass ? staffFor(address, ticket.teamId, contributors) : null,
  ])
  return senderOf(address, { customer, added, staff }, authentication)
}

/** What is known of a mail's origin when a person puts it on a ticket: nothing that would make a colleague of its sender. */
export const spokenByHand: Classified['authentication'] = { spf: null, dkim: null, dmarc: null, pass: false }

/** The words on the ticket, and what they change: a customer's count as spoken, a stranger's only ask for an eye, a colleague's are a note. */
export async function onTicket(
  mail: ReadMail,
  row: Inbound,
  dossier: Dossier,
  sender: Sender,
  now: Date,
): Promise<Settled> {
  const its = {
    id: newId('message'),
    ticketId: dossier.ticket.id,
    kind: sender.standing === 'staff' ? ('note' as const) : ('inbound' as const),
    sender,
  }
  const follows = await consequences(dossier, sender, now)
  return {
    outcome: { ...settled, ticketId: its.ticketId, messageRowId: its.id, trail: [`sender.${sender.standing}`] },
    build: (tx) => [wordsOf(mail, row, its, now), ...follows(tx), ...received(its, row, now)],
  }
}

const settled = { state: 'settled', kind: 'reply' } as const

async function consequences(dossier: Dossier, sender: Sender, now: Date): Promise<Build> {
  if (sender.standing === 'participant') return hearing(dossier, 'email', now)
  if (sender.standing === 'stranger') {
    const { steps } = decideAttention(system('followups'), dossier, 'stranger_wrote', now)
    return () => steps
  }
  return () => []
}

const isTooOld = ({ closedAt, status }: TicketRow, now: Date): boolean =>
  !isOpen(status) && closedAt !== null && after(closedAt, days(reopenDays)) < now

async function takenUp(mail: ReadMail, row: Inbound, dossier: Dossier, sender: Sender, now: Date): Promise<Settled> {
  const opened = await followUp(dossier, mail.subject, now)
  const its = { id: newId('message'), ticketId: opened.id, kind: 'inbound' as const, sender }
  return {
    outcome: { ...settled, ticketId: opened.id, messageRowId: its.id, trail: ['ticket.follow_up'] },
    build: () => [...opened.steps, wordsOf(mail, row, its, now), ...received(its, row, now)],
  }
}
