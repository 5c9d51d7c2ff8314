import type { Macro } from '@/lib/desk'
import type { Translate } from '@/lib/i18n'

/** What a macro does, in one line: what is said first, then what it changes by name of the property. */
export function summaryOf({ deeds }: Macro, t: Translate): string {
  const { reply, note, team, touchpoint, assignee, priority, rootCause, tags, status, snoozeHours } = deeds
  const changed = [
    ...(team ? [t('macros.field.team')] : []),
    ...(touchpoint ? [t('macros.field.touchpoint')] : []),
    ...(assignee ? [t('macros.field.assignee')] : []),
    ...(priority ? [`${t('macros.field.priority')}: ${t(`queue.priority.${priority}`)}`] : []),
    ...(rootCause ? [t('macros.field.rootCause')] : []),
    ...(tags?.add ?? []).map((tag) => `+${tag}`),
    ...(tags?.remove ?? []).map((tag) => `−${tag}`),
    ...(status ? [`${t('macros.field.status')}: ${t(`queue.status.${status.to}`)}`] : []),
    ...(snoozeHours ? [t('macros.field.snooze')] : []),
  ]
  return [
    ...(reply ? [t(`macros.effect.${reply.way}`, { name: '' })] : []),
    ...(note ? [t('macros.effect.note', { name: '' })] : []),
    ...changed,
  ].join(' · ')
}
