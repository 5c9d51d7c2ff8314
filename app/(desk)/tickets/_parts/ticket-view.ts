import { permits } from '@/lib/identity/shared'
import { excerpt } from '@/lib/kit/text'
import { clockView } from './clock-view'
import type { Deed } from './deed'
import { loopSteps, stepOf } from './loop-steps'
import type { Resolving } from './resolve-dialog'
import { waitOf } from './side-view'
import type { TicketDeedsProps } from './ticket-deeds'
import type { TicketFacts } from './ticket-facts'
import type { HeadView } from './ticket-head'

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

export function headView(facts: TicketFacts): HeadView {
  const { ticket, clocks, t, f, now, around } = facts
  const running = clocks.filter(({ state }) => state === 'running')
  const next =
    running.sort((a, b) => Number(a.dueAt) - Number(b.dueAt))[0] ?? clocks.find((one) => one.state === 'paused')
  const view = ticket.open && next ? clockView(next, t, f, now) : null
  const wait = waitOf(ticket, t, f, now)
  return {
    title: titleOf(facts),
    number: ticket.number,
    status: t(`queue.status.${ticket.status}`),
    badges: [
      ...(ticket.reopens > 0 && ticket.open ? [t('queue.flag.reopened')] : []),
      ...(ticket.priority === 'urgent' && ticket.open ? [t('queue.flag.urgent')] : []),
    ],
    clock: view && {
      view,
      chip: t('ticket.clock.chip', { name: view.name, text: view.text }),
      title: t('ticket.clock.title'),
      lines: [`${view.left} · ${view.right}`, t('ticket.clock.why'), wait].filter((line) => line !== null),
    },
    back: around.back,
    position: around.position,
    previous: { href: around.previous, label: t('ticket.previous') },
    next: { href: around.next, label: t('ticket.next') },
  }
}

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

/** Whom a letter would reach, or why it would reach nobody. */
export function addressee(facts: TicketFacts) {
  const { ticket, customer, reach, t } = facts
  const bounced = customer?.suppressed?.startsWith('bounce')
  const why = !ticket.contactAllowed ? 'noContact' : customer?.email && bounced ? 'bounced' : 'noAddress'
  const address = reach.email && ticket.contactAllowed && ticket.status !== 'discarded' ? customer?.email : null
  return {
    to: address ? { name: customerName(facts), address } : null,
    unreachable: t(`ticket.composer.unreachable.${why}`),
  }
}

/** What may be done now, by the ticket's state and the person's role; and what comes next. */
export function deedsOf(facts: TicketFacts): Pick<TicketDeedsProps, 'may' | 'primary'> {
  const { ticket, actor } = facts
  const work = permits(actor, 'tickets.work')
  const settled = ticket.status === 'resolved' || ticket.status === 'closed'
  const may: TicketDeedsProps['may'] = {
    reply: work && addressee(facts).to !== null,
    note: work,
    call: work && ticket.open,
    resolve: work && ticket.open,
    reopen: permits(actor, 'tickets.assign') && settled,
    discard: work && ticket.open,
    change: work && (ticket.open || ticket.status === 'resolved'),
  }
  const contact: Deed = may.reply ? 'reply' : 'call'
  const next = ticket.firstContactAt || !ticket.contactable ? 'resolve' : contact
  return { may, primary: ticket.open && may[next] ? next : null }
}

/** What the closing step begins with. */
export function resolvingOf({ ticket, answers, evidence, tells, pick, say, t }: TicketFacts): Resolving {
  const reason = answers[0]?.reasons.find((one) => pick.causes.some((cause) => cause.id === one.id))
  return {
    causes: pick.causes,
    cause: {
      id: ticket.rootCauseId ?? reason?.id ?? null,
      note: reason ? t('ticket.resolve.causeSame', { reason: say(reason) ?? '' }) : null,
    },
    evidence: evidence && t(`ticket.resolve.evidence.${evidence}`),
    told: tells,
    foot: t(tells ? 'ticket.resolve.footAsk' : 'ticket.resolve.footEnd'),
  }
}
