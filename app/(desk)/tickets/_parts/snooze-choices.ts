import type { Formatter, Translate } from '@/lib/i18n'
import type { SnoozeWords } from './snooze-picker'
import { snoozeTimes, wall } from './snooze-time'

/** What the snooze picker offers and says, for the reader's own clock. */
export function snoozeChoices(t: Translate, f: Formatter, now: Date): SnoozeWords {
  const { timeZone } = f.place
  return {
    label: t('thread.snooze.label'),
    none: t('thread.snooze.none'),
    other: t('thread.snooze.other'),
    when: t('thread.snooze.when'),
    save: t('thread.snooze.save'),
    past: t('thread.snooze.past'),
    cancel: t('common.cancel'),
    close: t('common.close'),
    wake: t('thread.snooze.wake'),
    timeZone,
    first: wall(new Date(now.getTime() + 86_400_000), timeZone),
    choices: snoozeTimes(now, timeZone).map(({ kind, at }) => ({
      until: at.toISOString(),
      label: t(`thread.snooze.kind.${kind}`),
      note: f.near(at, now),
    })),
  }
}
