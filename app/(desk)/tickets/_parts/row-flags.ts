import type { Translate } from '@/lib/i18n'
import type { QueueRow } from '@/lib/tickets'
import type { FlagKind, RowView } from './row-view'

/** What one must know before opening it, most pressing first; at most two stand in a row. */
export function flagsOf(
  { priority, open, flags, mergedInto }: QueueRow,
  asleep: string | null,
  t: Translate,
): RowView['flags'] {
  const all: [FlagKind, boolean, string][] = [
    ['merged', mergedInto !== null, t('desk.flag.merged')],
    ['attention', flags.attention !== null && open, t('desk.flag.attention')],
    ['urgent', priority === 'urgent' && open, t('queue.flag.urgent')],
    ['escalated', flags.escalation > 0 && open, t('queue.flag.escalated')],
    ['reopened', flags.reopens > 0 && open, t('queue.flag.reopened')],
    ['bounced', flags.bounced, t('queue.flag.bounced')],
    ['noContact', flags.noContact, t('queue.flag.noContact')],
    ['noAddress', flags.noAddress && !flags.noContact, t('queue.flag.noAddress')],
    ['snoozed', asleep !== null, t('desk.flag.snoozed', { when: asleep ?? '' })],
    ['again', flags.occurrence > 1, t('queue.flag.again', { n: flags.occurrence })],
  ]
  return all
    .filter(([, raised]) => raised)
    .slice(0, 2)
    .map(([kind, , text]) => ({ kind, text }))
}
