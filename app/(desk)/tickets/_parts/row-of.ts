import type { Formatter, Translate } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import type { QueueRow } from '@/lib/tickets'
import { dueView, groupOf } from './due'
import { bandOf, scored, stepOf } from './loop-steps'
import type { FlagKind, RowView } from './row-view'

/** One row of the queue, written out for the reader. `search` is the queue's own address, which the ticket keeps. */
export function rowOf(row: QueueRow, search: string, t: Translate, f: Formatter, now: Date): RowView {
  const { locale } = f.place
  const { touchpoint, assignee, loop, verdictScore } = row
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    href: `/tickets/${row.number}${search}`,
    score: row.score !== null && row.category ? scored(row.score, row.category, t) : null,
    words: wordsOf(row, t, locale),
    unread: row.unread,
    customer: row.customer?.name ?? null,
    status: { code: row.status, word: t(`queue.status.${row.status}`) },
    priority: row.priority,
    touchpoint: touchpoint && { id: touchpoint.id, name: named(touchpoint, locale) },
    owner: assignee,
    team: row.team ? named(row.team, locale) : '',
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
    flags: flagsOf(row, t),
    group: groupOf(row, f, now),
  }
}

// Never blank: the words, what was chosen instead of them, or that there were none.
function wordsOf({ words, reasons }: QueueRow, t: Translate, locale: string) {
  const [reason] = reasons
  if (words) return words
  return reason ? t('queue.row.noWordsReason', { reason: named(reason, locale) }) : t('queue.row.noWords')
}

function flagsOf({ priority, open, flags }: QueueRow, t: Translate) {
  const all: [FlagKind, boolean, string][] = [
    ['urgent', priority === 'urgent' && open, t('queue.flag.urgent')],
    ['reopened', flags.reopens > 0 && open, t('queue.flag.reopened')],
    ['bounced', flags.bounced, t('queue.flag.bounced')],
    ['noContact', flags.noContact, t('queue.flag.noContact')],
    ['noAddress', flags.noAddress && !flags.noContact, t('queue.flag.noAddress')],
    ['again', flags.occurrence > 1, t('queue.flag.again', { n: flags.occurrence })],
  ]
  return all
    .filter(([, raised]) => raised)
    .slice(0, 2)
    .map(([kind, , text]) => ({ kind, text }))
}
