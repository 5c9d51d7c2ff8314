import type { LoopStep } from '@/app/_ui/loop-bar'
import type { Formatter, Translate } from '@/lib/i18n'
import type { LoopStepState, TicketRow } from '@/lib/tickets/shared'

/** What the loop bar needs to know of a ticket. */
export type LoopFacts = Pick<
  TicketRow,
  | 'status'
  | 'score'
  | 'category'
  | 'receivedAt'
  | 'contactable'
  | 'contactAllowed'
  | 'firstContactAt'
  | 'resolvedAt'
  | 'closedAt'
  | 'nextDueAt'
  | 'askAt'
  | 'verdictDueAt'
  | 'outcome'
  | 'verdictScore'
  | 'verdictAt'
>

/** Which of the five steps it is at, 1–5. */
export function stepOf(states: LoopStepState[]) {
  const now = states.indexOf('now')
  if (now >= 0) return now + 1
  const stopped = states.indexOf('stop')
  return states.at(-1) === 'done' || stopped < 0 ? 5 : stopped + 1
}

/** The five steps with who and when, for the ticket's own page. */
export function loopSteps(
  ticket: LoopFacts & { contactedBy: string | null; resolvedBy: string | null; askedAt: Date | null },
  states: LoopStepState[],
  t: Translate,
  f: Formatter,
  now: Date,
): LoopStep[] {
  const first = ticket.score !== null && ticket.category ? scored(ticket.score, ticket.category, t) : undefined
  const last = ticket.verdictScore === null ? undefined : scored(ticket.verdictScore, bandOf(ticket.verdictScore), t)
  const late = ticket.nextDueAt !== null && ticket.nextDueAt < now
  const due = ticket.nextDueAt
    ? t(late ? 'ticket.clock.wasDue' : 'ticket.clock.due', { when: f.near(ticket.nextDueAt, now) })
    : undefined
  const by = (who: string | null, at: Date) => [who?.split(' ')[0], f.near(at, now)].filter(Boolean).join(', ')
  const details: (string | undefined)[] = [
    f.dateTime(ticket.receivedAt),
    ticket.firstContactAt
      ? by(ticket.contactedBy, ticket.firstContactAt)
      : states[1] === 'now'
        ? due
        : noContact(ticket, t),
    ticket.resolvedAt && states[2] === 'done'
      ? by(ticket.resolvedBy, ticket.resolvedAt)
      : states[2] === 'now'
        ? due
        : undefined,
    asking(ticket, states[3], t, f, now),
    verdict(ticket, states[4], t, f, now),
  ]
  const labels = [
    ticket.score === null ? t('ticket.loop.opened') : `${t('common.loop.response')} ${ticket.score}`,
    t('common.loop.contact'),
    t('common.loop.solution'),
    states[3] === 'stop' ? t('ticket.loop.notAsked') : t('common.loop.asked'),
    last
      ? t(`ticket.loop.now.${bandOf(ticket.verdictScore ?? 0)}`, { score: String(ticket.verdictScore) })
      : t('common.loop.verdict'),
  ]
  return states.map((state, at) => ({
    state,
    label: labels[at] ?? '',
    detail: details[at],
    score: at === 0 ? first : at === 4 ? last : undefined,
  }))
}

/** The band of a score, as the domain draws it: 0–6, 7–8, 9–10. */
export const bandOf = (score: number) => (score <= 6 ? 'detractor' : score <= 8 ? 'passive' : 'promoter')

export const scored = (value: number, band: 'detractor' | 'passive' | 'promoter', t: Translate) => ({
  value,
  band,
  word: t(`common.band.${band}`),
})

const noContact = (ticket: LoopFacts, t: Translate) =>
  ticket.contactable ? undefined : t(ticket.contactAllowed ? 'queue.flag.noAddress' : 'queue.flag.noContact')

function asking(
  ticket: LoopFacts & { askedAt: Date | null },
  state: LoopStepState | undefined,
  t: Translate,
  f: Formatter,
  now: Date,
) {
  if (state === 'stop') return ticket.contactAllowed ? undefined : t('queue.flag.noContact')
  if (ticket.askedAt && state === 'done') return f.near(ticket.askedAt, now)
  if (ticket.askAt) return f.near(ticket.askAt, now)
  return state === 'next' ? t('ticket.loop.later') : undefined
}

function verdict(ticket: LoopFacts, state: LoopStepState | undefined, t: Translate, f: Formatter, now: Date) {
  if (ticket.verdictAt && state === 'done') return f.near(ticket.verdictAt, now)
  if (state === 'now' && ticket.verdictDueAt) return t('ticket.loop.silent', { when: f.near(ticket.verdictDueAt, now) })
  if (state === 'stop') return ticket.outcome ? t(`ticket.outcome.${ticket.outcome}`) : undefined
  return t('ticket.loop.open')
}
