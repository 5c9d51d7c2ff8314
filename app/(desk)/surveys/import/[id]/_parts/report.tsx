import { ButtonLink } from '@/app/_ui/button'
import { Figure } from '@/app/_ui/figure'
import { TextLink } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import type { Formatter, Translate } from '@/lib/i18n'
import type { ImportRecord } from '@/lib/integrations'

/** What came of it: counts, the rows to mend, the way to the board. */
export function Report({ its, t, f }: { its: ImportRecord; t: Translate; f: Formatter }) {
  if (its.state === 'cancelled') return <p className="px-4 pb-8 text-2 tablet:px-5">{t('imports.dropped')}</p>
  const figures = ['rows', 'imported', 'duplicates', 'rejected', 'tickets'] as const
  return (
    <section className="grid gap-6 px-4 pb-10 tablet:px-5" aria-label={t('imports.report')}>
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        {figures.map((figure) => (
          <Figure key={figure} name={t(`imports.${figure}`)} value={f.number(its[figure])} />
        ))}
      </div>
      {its.duplicates > 0 ? <Notice>{t('imports.duplicatesMean', { count: its.duplicates })}</Notice> : null}
      {its.rejected > 0 ? (
        <p className="max-w-[68ch] text-14">
          {t('imports.rejectedMean')}{' '}
          <TextLink href={`/surveys/import/${its.id}/rejected`} prefetch={false}>
            {t('imports.downloadRejected')}
          </TextLink>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href="/">
          {t('imports.seeBoard')}
        </ButtonLink>
        <ButtonLink href="/surveys/import">{t('imports.another')}</ButtonLink>
      </div>
    </section>
  )
}
