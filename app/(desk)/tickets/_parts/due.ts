import type { Formatter, Translate } from '@/lib/i18n'
import type { TicketRow } from '@/lib/tickets/shared'
import { bandOf } from './loop-steps'
import type { Group, RowView } from './row-view'

type DueFacts = Pick<
  TicketRow,
  'status' | 'receivedAt' | 'nextDueAt' | 'askAt' | 'verdictDueAt' | 'outcome' | 'verdictScore'
>

const soonFrom = 0.75

/** What stands in the queue's column for the clock: how much time, or how it ended. */
export function dueView(ticket: DueFacts, t: Translate, f: Formatter, now: Date): RowView['due'] {
  if (ticket.outcome) {
    const score = ticket.verdictScore
    const text = t(`queue.verdict.${ticket.outcome}`, { score: score === null ? '' : String(score) })
    return { text, band: score === null ? null : bandOf(score) }
  }
  if (ticket.status === 'resolved') {
    const text = ticket.askAt ? t('queue.due.asks', { when: f.brief(ticket.askAt, now) }) : t('queue.due.silent')
    return { state: 'paused', text, share: 0 }
  }
  if (ticket.status === 'waiting_customer') return { state: 'paused', text: t('queue.due.paused'), share: 0 }
  return ticket.nextDueAt ? running(ticket.receivedAt, ticket.nextDueAt, t, f, now) : null
}

/** A running clock in words and as a dial. */
export function running(from: Date, due: Date, t: Translate, f: Formatter, now: Date) {
  const left = due.getTime() - now.getTime()
  const share = (now.getTime() - from.getTime()) / Math.max(due.getTime() - from.getTime(), 1)
  const time = f.roughly(left)
  if (left < 0) return { state: 'late' as const, text: t('queue.due.late', { time }), share: 1 }
  return {
    state: share >= soonFrom ? ('soon' as const) : ('intime' as const),
    text: t('queue.due.in', { time }),
    share,
  }
}

/** Under which head a ticket stands: what to do next. */
export function groupOf(ticket: DueFacts, f: Formatter, now: Date): Group {
  if (ticket.status === 'closed' || ticket.status === 'discarded') return 'done'
  if (!ticket.nextDueAt) return 'waiting'
  if (ticket.nextDueAt < now) return 'late'
  return f.calendarDay(ticket.nextDueAt) === f.calendarDay(now) ? 'today' : 'later'
}
