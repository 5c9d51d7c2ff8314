import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { Figure } from '@/app/_ui/figure'
import { Popover } from '@/app/_ui/popover'
import { type Board, fewest, type Rate, rateChange } from '@/lib/insights'
import type { Reader } from './reader'
import { changeWords, sharesOf } from './words'

export type Measure = 'lost' | 'nps' | 'detractors' | 'contacted' | 'firstContact' | 'closed'

const share = { min: 0, max: 100 }

type RateProps = { measure: Measure; its: Rate; before: Rate | null; reader: Reader; children?: ReactNode }

export function RateFigure({ measure, its, before, reader, children }: RateProps) {
  const { t, f } = reader
  const some = its.share !== null
  const few = its.of < fewest
  return (
    <div className="grid content-start gap-1">
      <Figure
        name={<Named measure={measure} reader={reader} />}
        value={f.number(Math.round(100 * (its.share ?? 0)))}
        unit="%"
        tooFew={few ? t(some ? 'common.tooFew' : 'board.kpi.none') : undefined}
        {...(few ? {} : trackOf(its))}
        note={rateNote(its, reader)}
        {...(before && {
          change: changeWords(reader, before.of >= 10 && its.of >= 10 ? rateChange(before, its) : null),
        })}
      />
      {children ? <p className="fig-n">{children}</p> : null}
    </div>
  )
}

type Wait = Board['loop']['firstContact']

export function FirstContact({ wait, reader }: { wait: Wait; reader: Reader }) {
  const { t, f } = reader
  const parts = wait ? f.duration(wait.median).split(' ') : []
  return (
    <div className="fig">
      <div className="fig-name">
        <Named measure="firstContact" reader={reader} />
      </div>
      {wait && wait.n >= fewest ? (
        <>
          <div className="fig-val">
            {parts.map((part, at) => (at % 2 === 0 ? part : <small key={part}>{`${part} `}</small>))}
          </div>
          <span className="rng" aria-hidden="true">
            <i style={{ width: '54%' }} />
            <b style={{ insetInlineStart: `${4 + (50 * wait.median) / Math.max(wait.p90, 1)}%` }} />
          </span>
          <div className="fig-n">{t('board.kpi.firstNote', { n: f.number(wait.n) })}</div>
          <div className="delta">{t('board.kpi.firstTail', { span: f.duration(wait.p90) })}</div>
        </>
      ) : (
        <>
          <div className="fig-few">{t(wait ? 'common.tooFew' : 'board.kpi.noneContacted')}</div>
          {wait ? <div className="fig-n">{t('board.journey.n', { n: wait.n })}</div> : null}
        </>
      )}
    </div>
  )
}

function rateNote(its: Rate, reader: Reader): string | null {
  const { t, f } = reader
  const counts = { hits: f.number(its.hits), of: f.number(its.of) }
  if (its.of === 0) return null
  return its.of < fewest
    ? t('board.kpi.counts', counts)
    : t('board.kpi.rateNote', { ...sharesOf(reader, its), ...counts })
}

export const trackOf = ({ share: value, low, high }: Rate) =>
  value === null
    ? {}
    : { interval: { low: 100 * (low ?? 0), high: 100 * (high ?? 0), point: 100 * value, axis: share } }

/** The figure's name; pressed, what it measures. */
export const Named = ({ measure, reader: { t } }: { measure: Measure; reader: Reader }) => (
  <span className="flex items-center gap-1">
    {t(`board.kpi.${measure}`)}
    <Popover
      trigger={
        <>
          <Info className="i size-3.5" aria-hidden="true" />
          <span className="sr-only">{t('board.kpi.what', { name: t(`board.kpi.${measure}`) })}</span>
        </>
      }
      triggerClass="what"
      label={t('board.kpi.what', { name: t(`board.kpi.${measure}`) })}
    >
      <p className="max-w-[36ch] text-13 text-2">{t(`board.kpi.means.${measure}`)}</p>
    </Popover>
  </span>
)
