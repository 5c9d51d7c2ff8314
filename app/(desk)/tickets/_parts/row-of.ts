import type { Formatter, Translate } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import type { QueueRow } from '@/lib/tickets'
import { dueView, groupOf } from './due'
import { bandOf, scored, stepOf } from './loop-steps'
import type { Grouping } from './queue-look'
import { flagsOf } from './row-flags'
import { readingOf } from './row-reading'
import type { RowView } from './row-view'

export type RowPlace = { from: string; group: Grouping; t: Translate; f: Formatter; now: Date }

/** One row of the queue, written out for the reader. `from` is the queue's own address, which the ticket keeps. */
export function rowOf(row: QueueRow, { from, group, t, f, now }: RowPlace): RowView {
  const { locale } = f.place
  const { touchpoint, assignee, team, loop, verdictScore, snoozedUntil } = row
  const sleeps = snoozedUntil && snoozedUntil > now ? snoozedUntil : null
  const view: Omit<RowView, 'reading'> = {
    id: row.id,
    number: row.number,
    version: row.version,
    href: `/tickets/${row.number}${from}`,
    score: row.score !== null && row.category ? scored(row.score, row.category, t) : null,
    words: wordsOf(row, t, locale),
    unread: row.unread,
    customer: row.customer && { id: row.customer.id, name: row.customer.name ?? t('desk.row.nameless') },
    status: { code: row.status, word: t(`queue.status.${row.status}`) },
    priority: row.priority,
    touchpoint: touchpoint && { id: touchpoint.id, name: named(touchpoint, locale) },
    owner: assignee,
    team: team && { id: team.id, name: named(team, locale) },
    tags: row.tags,
    snoozed: sleeps && t('desk.row.snoozed', { when: f.near(sleeps, now) }),
    loop: {
      states: loop,
      label: t('common.loop.label', { step: stepOf(loop) }),
      verdict: verdictScore === null ? null : scored(verdictScore, bandOf(verdictScore), t),
    },
    due: dueView(row, t, f, now),
    time: {
      iso: row.receivedAt.toISOString(),
      text: f.brief(row.receivedAt, now),
      exact: f.dateTime(row.receivedAt),
    },
    flags: flagsOf(row, sleeps && f.near(sleeps, now), t),
    head: headOf(row, { group, t, f, now }),
  }
  return { ...view, reading: readingOf(view, row, t, now) }
}

// Never blank: the words, what was chosen instead of them, or that there were none.
function wordsOf({ words, reasons }: QueueRow, t: Translate, locale: string) {
  const [reason] = reasons
  if (words) return words
  return reason ? t('queue.row.noWordsReason', { reason: named(reason, locale) }) : t('queue.row.noWords')
}

function headOf(row: QueueRow, { group, t, f, now }: Omit<RowPlace, 'from'>): RowView['head'] {
  const { locale } = f.place
  const of = (thing: { id: string; name: string; names?: Record<string, string> } | null, none: string) =>
    thing
      ? { key: thing.id, name: thing.names ? named({ ...thing, names: thing.names }, locale) : thing.name }
      : { key: '', name: none }
  if (group === 'due') {
    const key = groupOf(row, f, now)
    return { key, name: t(`queue.group.${key}`) }
  }
  if (group === 'touchpoint') return of(row.touchpoint, t('desk.group.noTouchpoint'))
  if (group === 'owner') return of(row.assignee, t('queue.row.unassigned'))
  if (group === 'team') return of(row.team, t('desk.group.noTeam'))
  if (group === 'status') return { key: row.status, name: t(`queue.status.${row.status}`) }
  return null
}
