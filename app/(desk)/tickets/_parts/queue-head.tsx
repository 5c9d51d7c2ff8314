import type { Translate } from '@/lib/i18n'

type QueueHeadProps = { title: string; total: number | null; late: number; t: Translate }

/** What the view is called and how much is in it. */
export const QueueHead = ({ title, total, late, t }: QueueHeadProps) => (
  <header className="queue-head">
    <h1 className="sec whitespace-nowrap">{title}</h1>
    {total === null ? null : (
      <span className="cut num text-13 text-3">
        {t('queue.note', { n: total })}
        {late > 0 ? ` · ${t('queue.noteLate', { n: late })}` : ''}
      </span>
    )}
  </header>
)
