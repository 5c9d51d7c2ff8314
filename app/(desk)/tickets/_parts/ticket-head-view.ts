import { clockView } from './clock-view'
import { waitOf } from './side-clocks'
import type { TicketFacts } from './ticket-facts'
import type { HeadView } from './ticket-head'
import { titleOf } from './ticket-view'

/** The head of a ticket, written out: the way back, its name and state, and the clock that is due next with its account. */
export function headView(facts: TicketFacts): HeadView {
  const { ticket, t, around, assignee, team, say } = facts
  return {
    title: titleOf(facts),
    number: ticket.number,
    status: t(`queue.status.${ticket.status}`),
    who: [assignee?.name ?? t('queue.row.unassigned'), say(team)].filter(Boolean).join(' · '),
    badges: [
      ...(ticket.reopens > 0 && ticket.open ? [t('queue.flag.reopened')] : []),
      ...(ticket.priority === 'urgent' && ticket.open ? [t('queue.flag.urgent')] : []),
    ],
    clock: clockOf(facts),
    back: around.back,
    position: around.position,
    previous: { href: around.previous, label: t('ticket.previous') },
    next: { href: around.next, label: t('ticket.next') },
    words: {
      copy: t('thread.number', { number: ticket.number }),
      copied: t('common.copied'),
      details: t('thread.side.details'),
    },
  }
}

function clockOf({ ticket, clocks, policy, rule, say, t, f, now }: TicketFacts): HeadView['clock'] {
  const running = clocks.filter(({ state }) => state === 'running')
  const next =
    running.sort((a, b) => Number(a.dueAt) - Number(b.dueAt))[0] ?? clocks.find((one) => one.state === 'paused')
  const view = ticket.open && next ? clockView(next, t, f, now) : null
  if (!next || !view) return null
  const lines = [
    t('thread.clock.elapsed', { used: view.left }),
    next.dueAt && t('thread.clock.due', { when: f.near(next.dueAt, now) }),
    next.pausedAt && t('thread.clock.paused', { when: f.near(next.pausedAt, now) }),
    next.pausedMs > 0 && t('thread.clock.pausedTotal', { time: f.duration(next.pausedMs) }),
    (policy || rule) && t('thread.clock.rule', { name: [say(policy), say(rule)].filter(Boolean).join(' · ') }),
    t('ticket.clock.why'),
    waitOf(ticket, t, f, now),
  ]
  return {
    view,
    chip: t('ticket.clock.chip', { name: view.name, text: view.text }),
    title: t('ticket.clock.title'),
    lines: lines.filter((line): line is string => Boolean(line)),
  }
}
