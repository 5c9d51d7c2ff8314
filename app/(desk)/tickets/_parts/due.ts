import type { Formatter, Translate } from '@/lib/i18n'
import type { QueueRow } from '@/lib/tickets'
import { bandOf } from './loop-steps'
import type { Group, RowView } from './row-view'

type DueFacts = Pick<QueueRow, 'status' | 'clock' | 'nextDueAt' | 'askAt' | 'outcome' | 'verdictScore'>

/** What stands in the queue's column for the clock: how much time, or how it ended. */
export function dueView(row: DueFacts, t: Translate, f: Formatter, now: Date): RowView['due'] {
  if (row.outcome) {
    const score = row.verdictScore
    const text = t(`queue.verdict.${row.outcome}`, { score: score === null ? '' : String(score) })
    return { text, band: score === null ? null : bandOf(score) }
  }
  if (row.status === 'resolved') {
    const text = row.askAt ? t('queue.due.asks', { when: f.brief(row.askAt, now) }) : t('queue.due.silent')
    return { state: 'paused', text, share: 0 }
  }
  const { clock } = row
  if (!clock) return null
  if (clock.state === 'paused' || !clock.dueAt) return { state: 'paused', text: t('queue.due.paused'), share: 0 }
  return { state: faceState(clock), text: dueText(clock.dueAt, t, f, now), share: clock.share }
}

/** "en 50 min", "4 h tarde": in the reader's own time, nights included, as a person plans their day. */
export function dueText(due: Date, t: Translate, f: Formatter, now: Date) {
  const left = due.getTime() - now.getTime()
  return t(left < 0 ? 'queue.due.late' : 'queue.due.in', { time: f.roughly(left) })
}

export const faceState = ({ late, soon }: { late: boolean; soon: boolean }) =>
  late ? 'late' : soon ? 'soon' : 'intime'

/** Under which head a ticket stands: what to do next. */
export function groupOf(row: DueFacts, f: Formatter, now: Date): Group {
  if (row.status === 'closed' || row.status === 'discarded') return 'done'
  if (!row.nextDueAt) return 'waiting'
  if (row.nextDueAt < now) return 'late'
  return f.calendarDay(row.nextDueAt) === f.calendarDay(now) ? 'today' : 'later'
}
