import { permits } from '@/lib/identity/shared'
import { excerpt } from '@/lib/kit/text'
import { evidenceOf, maySpeakTo } from '@/lib/tickets'
import { clockView } from './clock-view'
import type { Deed } from './deed'
import { loopSteps, stepOf } from './loop-steps'
import type { Resolving } from './resolve-dialog'
import { waitOf } from './side-view'
import type { TicketDeedsProps } from './ticket-deeds'
import type { TicketFacts } from './ticket-facts'
import type { HeadView } from './ticket-head'

/** What the ticket is called: its title, else the customer's first sentence, else that there are no words. */
export function titleOf({ ticket, answer, t }: TicketFacts) {
  if (ticket.title) return ticket.title
  const [sentence = ''] = answer?.comment?.trim().split(/(?<=[.?!…])\s|\n/) ?? []
  return sentence ? excerpt(sentence, 72).replace(/\.$/, '') : t('queue.row.noWords')
}

export function headView(facts: TicketFacts): HeadView {
  const { ticket, clocks, t, f, now, around } = facts
  const next =
    clocks.find(({ face }) => face.state === 'running' && !face.settledAt) ??
    clocks.find(({ face }) => face.state === 'paused')
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
export function loopView({ ticket, happened, customer, names, t, f, now }: TicketFacts) {
  const contact = happened.find(({ kind, actorKind }) => actorKind === 'user' && /contacted|contact_logged/.test(kind))
  const asked = customer?.letters.find((one) => one.kind === 'recovery' && one.ticketId === ticket.id)
  const facts = {
    ...ticket,
    contactedBy: names.person(contact?.actorId ?? '') ?? null,
    resolvedBy: names.person(ticket.resolvedBy ?? '') ?? null,
    askedAt: asked ? (asked.sentAt ?? asked.createdAt) : null,
  }
  const steps = loopSteps(facts, t, f, now)
  const step = stepOf(steps.map(({ state }) => state))
  return { steps, step, label: t('common.loop.label', { step }), here: steps[step - 1] }
}

/** Whom a letter would reach, or why it would reach nobody. */
export function addressee({ ticket, customer, dossier, t }: TicketFacts) {
  const person = customer?.customer
  const email = dossier.reach.email && ticket.contactAllowed ? (person?.email ?? null) : null
  const why = !ticket.contactAllowed
    ? 'noContact'
    : person?.email && customer?.suppressed?.startsWith('bounce')
      ? 'bounced'
      : 'noAddress'
  return {
    to: email && ticket.status !== 'discarded' ? { name: person?.name ?? email, address: email } : null,
    unreachable: t(`ticket.composer.unreachable.${why}`),
  }
}

/** What may be done now, by the ticket's state and the person's role; and what comes next. */
export function deedsOf(facts: TicketFacts): Pick<TicketDeedsProps, 'may' | 'primary'> {
  const { ticket, actor } = facts
  const work = permits(actor, 'tickets.work')
  const settled = ticket.status === 'resolved' || ticket.status === 'closed'
  const { to } = addressee(facts)
  const may: TicketDeedsProps['may'] = {
    reply: work && to !== null,
    note: work,
    call: work && ticket.open,
    resolve: work && ticket.open,
    reopen: permits(actor, 'tickets.assign') && settled,
    discard: work && ticket.open,
    change: work && (ticket.open || ticket.status === 'resolved'),
  }
  const contact: Deed = may.reply ? 'reply' : 'call'
  const primary = !ticket.open ? null : ticket.firstContactAt || !ticket.contactable ? 'resolve' : contact
  return { may, primary: primary && may[primary] ? primary : null }
}

/** What the closing step begins with. */
export function resolvingOf({ ticket, answer, dossier, choices, names, t }: TicketFacts): Resolving {
  const evidence = evidenceOf(dossier)
  const told = evidence === null || maySpeakTo(evidence)
  const reason = answer?.reasons.find((one) => choices.causes.some((cause) => cause.id === one.id))
  const name = reason && names.cause(reason.id)
  return {
    causes: choices.causes,
    cause: {
      id: ticket.rootCauseId ?? reason?.id ?? null,
      note: name ? t('ticket.resolve.causeSame', { reason: name }) : null,
    },
    evidence: evidence && t(`ticket.resolve.evidence.${evidence}`),
    told,
    foot: t(told ? 'ticket.resolve.footAsk' : 'ticket.resolve.footEnd'),
  }
}
