import type { Formatter, Translate } from '@/lib/i18n'
import type { TicketRow } from '@/lib/tickets/shared'
import { clockView } from './clock-view'
import type { SideClock, SideView } from './side'
import type { TicketFacts } from './ticket-facts'

/** The ticket's clocks with the rule they follow, and how long the customer has waited. */
export function clocksView({ ticket, clocks, policy, rule, say, t, f, now }: TicketFacts): SideView['clocks'] {
  const notes = [
    waitOf(ticket, t, f, now),
    policy && t('ticket.clock.policy', { name: say(policy) ?? '' }),
    rule && t('ticket.clock.rule', { name: say(rule) ?? '' }),
  ]
  return {
    head: t('ticket.side.clocks'),
    list: clocks.map((clock) => clockView(clock, t, f, now)).filter((one): one is SideClock => one !== null),
    notes: notes.filter((note) => note !== null),
  }
}

/** How long the customer has waited, in calendar time: the other clock, theirs. */
export function waitOf(ticket: TicketRow, t: Translate, f: Formatter, now: Date) {
  const until = ticket.firstContactAt ?? (ticket.open ? now : null)
  if (!until) return null
  const time = f.duration(until.getTime() - ticket.receivedAt.getTime())
  return t(ticket.firstContactAt ? 'ticket.clock.waited' : 'ticket.clock.wait', { time })
}
