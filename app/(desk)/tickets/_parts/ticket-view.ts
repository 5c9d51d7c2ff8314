import { permits } from '@/lib/identity/shared'
import { excerpt } from '@/lib/kit/text'
import { isOpen } from '@/lib/tickets/shared'
import type { TicketDeed } from './deed'
import { loopSteps, stepOf } from './loop-steps'
import type { TicketFacts } from './ticket-facts'
import type { May } from './use-ticket-keys'

/** What the ticket is called: its title, else the customer's first sentence, else that there are no words. */
export function titleOf({ ticket, answers, say, t }: TicketFacts) {
  if (ticket.title) return ticket.title
  const [sentence = ''] = answers[0]?.comment?.trim().split(/(?<=[.?!…])\s|\n/) ?? []
  if (sentence) return excerpt(sentence, 72).replace(/\.$/, '')
  const [reason] = answers[0]?.reasons ?? []
  return reason ? t('queue.row.noWordsReason', { reason: say(reason) ?? '' }) : t('queue.row.noWords')
}

/** The customer's name, or what stands for it. */
export const customerName = ({ customer, t }: TicketFacts) =>
  customer?.name ?? customer?.email ?? t('ticket.customerGone')

/** The five steps with who and when, and which one it is at. */
export function loopView({ ticket, loop, events, recoveries, lookup, t, f, now }: TicketFacts) {
  const contact = events.find(({ kind, actorKind }) => actorKind === 'user' && /contacted|contact_logged/.test(kind))
  const facts = {
    ...ticket,
    contactedBy: lookup.person(contact?.actorId ?? '') ?? null,
    resolvedBy: lookup.person(ticket.resolvedBy ?? '') ?? null,
    askedAt: recoveries.findLast(({ cancelledAt }) => !cancelledAt)?.sentAt ?? null,
  }
  const steps = loopSteps(facts, loop, t, f, now)
  const step = stepOf(loop)
  return { steps, step, label: t('common.loop.label', { step }), here: steps[step - 1] }
}

/** Why no letter reaches the customer; null when one does. */
export function silenceOf({ ticket, customer, reach }: TicketFacts): 'declined' | 'bounced' | 'noAddress' | null {
  if (!ticket.contactAllowed) return 'declined'
  if (reach.email && customer?.email) return null
  return customer?.email && customer.suppressed?.startsWith('bounce') ? 'bounced' : 'noAddress'
}

/** Whom a letter would reach, or why it would reach nobody. */
export function addressee(facts: TicketFacts) {
  const { ticket, customer, t } = facts
  const why = silenceOf(facts)
  const address = why || ticket.status === 'discarded' ? null : customer?.email
  const said = { declined: 'noContact', bounced: 'bounced', noAddress: 'noAddress' } as const
  return {
    to: address ? { name: customerName(facts), address } : null,
    unreachable: t(`ticket.composer.unreachable.${said[why ?? 'noAddress']}`),
  }
}

/** What may be done now, by the ticket's state and the person's role; and what comes next. */
export function deedsOf(facts: TicketFacts): { may: May; primary: TicketDeed | null } {
  const { ticket, actor, works, customer, macros, others } = facts
  const settled = ticket.status === 'resolved' || ticket.status === 'closed'
  const open = works && ticket.open
  const stands = works && ticket.status !== 'discarded'
  const may: May = {
    reply: works && addressee(facts).to !== null,
    note: works,
    call: open,
    whatsapp: open && Boolean(customer?.phone) && ticket.contactAllowed,
    resolve: open,
    reopen: permits(actor, 'tickets.assign') && settled,
    discard: open,
    snooze: open,
    macro: open && macros.length > 0,
    tags: stands,
    merge: open && others.some((one) => one.own && isOpen(one.status)),
    split: stands,
    askAgain: true,
    watch: true,
    unread: true,
    task: stands,
    gesture: stands,
    helpers: open,
    change: works && (ticket.open || ticket.status === 'resolved'),
    triage: open && ticket.status === 'new',
  }
  const contact: TicketDeed = may.reply ? 'reply' : 'call'
  const next = ticket.firstContactAt || !ticket.contactable ? 'resolve' : contact
  return { may, primary: ticket.open && may[next] ? next : null }
}
