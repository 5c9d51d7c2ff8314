import { excerpt, named } from '@/lib/kit/text'
import { isOpen } from '@/lib/tickets/shared'
import { readersIn } from './composer-view'
import type { Resolving } from './resolve-dialog'
import { snoozeChoices } from './snooze-choices'
import type { SplitPart } from './split-dialog'
import type { DialogFacts } from './ticket-dialogs'
import type { TicketFacts } from './ticket-facts'
import { customerName, deedsOf, silenceOf } from './ticket-view'
import { first } from './timeline-item'

/** What the dialogs of a ticket need to know of it, written out. */
export function dialogFacts(facts: TicketFacts): DialogFacts {
  const { ticket, customer, actor, house, macros, pick, contributors, team, t, f, now } = facts
  const helping = new Set([team?.id, ...contributors.map(({ id }) => id)])
  const { may } = deedsOf(facts)
  const greeting = {
    name: first(customerName(facts)),
    person: first(actor.name),
    organization: house,
    number: String(ticket.number),
  }
  return {
    customer: {
      name: customerName(facts),
      phone: customer?.phone ?? null,
      whatsapp: may.whatsapp ? chatLink(customer?.phone ?? '', t('thread.chat.text', greeting)) : null,
    },
    choices: pick,
    resolving: resolvingOf(facts),
    snooze: snoozeChoices(t, f, now),
    snoozed: facts.snoozed !== null,
    macros: macros.map((one) => ({ id: one.id, name: named(one, actor.locale) })),
    merge: mergeable(facts),
    parts: partsOf(facts),
    people: readersIn(facts),
    currency: facts.currency,
    helpers: pick.teams.filter(({ id }) => !helping.has(id)),
    asking: askingOf(facts),
  }
}

/** A chat with ready words; WhatsApp wants the digits alone. */
export const chatLink = (phone: string, text: string) =>
  `https://wa.me/${phone.replaceAll(/\D/g, '')}?text=${encodeURIComponent(text)}`

/** What the closing step begins with. */
function resolvingOf(facts: TicketFacts): Resolving {
  const { ticket, answers, evidence, tells, pick, customer, say, t } = facts
  const reason = answers[0]?.reasons.find((one) => pick.causes.some((cause) => cause.id === one.id))
  const why = silenceOf(facts)
  const told = tells && why === null
  const because = why && t(`thread.resolve.why.${why}`)
  return {
    causes: pick.causes,
    cause: {
      id: ticket.rootCauseId ?? reason?.id ?? null,
      note: reason ? t('ticket.resolve.causeSame', { reason: say(reason) ?? '' }) : null,
    },
    before: { actionTaken: ticket.actionTaken ?? '', summary: ticket.summary ?? '' },
    evidence: evidence && t(`ticket.resolve.evidence.${evidence}`),
    told,
    follows: told
      ? [t('thread.resolve.letter', { address: customer?.email ?? '' }), t('thread.resolve.ask')]
      : [t('thread.resolve.letterNone', { why: because ?? '' }), t('thread.resolve.askNone', { why: because ?? '' })],
  }
}

const mergeable = ({ others, say, t }: TicketFacts) =>
  others
    .filter((one) => one.own && isOpen(one.status))
    .map((one) => ({
      id: one.id,
      number: one.number,
      text: [say(one.touchpoint), one.score].filter((part) => part !== null && part !== undefined).join(' · '),
      note: t(`queue.status.${one.status}`),
    }))

// What was said when it was resolved is the ticket's own word and stays.
function partsOf({ answers, messages, lookup, t, f, now }: TicketFacts): SplitPart[] {
  const answered = answers
    .filter((one) => one.kind === 'answer')
    .map((one) => ({
      id: one.id,
      kind: 'responses' as const,
      label: excerpt(one.comment ?? t('ticket.noWords'), 90),
      note: `${t('thread.split.answer', { score: String(one.score) })} · ${f.near(one.submittedAt, now)}`,
    }))
  const said = messages
    .filter((one) => one.kind !== 'letter' && !one.erasedAt)
    .map((one) => ({
      id: one.id,
      kind: 'messages' as const,
      label: excerpt(one.text, 90),
      note: [one.fromName ?? lookup.person(one.authorId ?? ''), f.near(one.createdAt, now)].filter(Boolean).join(' · '),
    }))
  return [...answered, ...said]
}

function askingOf(facts: TicketFacts): DialogFacts['asking'] {
  const { ticket, recoveries, t, f, now } = facts
  const why = silenceOf(facts)
  if (why) return { lines: [t('thread.asking.none', { why: t(`thread.resolve.why.${why}`) })], resolve: false }
  const asked = recoveries.findLast(({ cancelledAt }) => !cancelledAt)?.sentAt
  const lines = [
    asked ? t('thread.asking.asked', { when: f.near(asked, now) }) : null,
    ticket.askAt ? t('thread.asking.at', { when: f.near(ticket.askAt, now) }) : null,
    ticket.verdictDueAt ? t('thread.asking.silent', { when: f.near(ticket.verdictDueAt, now) }) : null,
    ticket.open ? t('thread.asking.first') : null,
    ticket.open ? t('thread.asking.after') : null,
  ]
  return { lines: lines.filter((line) => line !== null), resolve: ticket.open }
}
