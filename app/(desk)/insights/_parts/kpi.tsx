import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { Figure } from '@/app/_ui/figure'
import { Popover } from '@/app/_ui/popover'
import { type Board, type Rate, rate, rateChange } from '@/lib/insights'
import type { Reader } from './reader'
import { boundsOf, changeWords, points, sharesOf } from './words'

export type Axis = { min: number; max: number; zero: number }
type Measure = 'lost' | 'nps' | 'detractors' | 'contacted' | 'firstContact' | 'closed'

const share = { min: 0, max: 100 }

/** The five figures, each with its interval, its denominator and its change. */
export function Kpi({ board, reader, axis }: { board: Board; reader: Reader; axis: Axis }) {
  const { t, f } = reader
  const { total, loop, loopBefore } = board
  const bounds = total.interval ? boundsOf(reader, total.interval) : null
  const detractors = rate(total.counts.detractors, total.n)
  const before = detractorsBefore(board)
  return (
    <section className="kpi" aria-label={t('board.kpi.label')}>
      <Figure
        name={<Named measure="nps" reader={reader} />}
        value={points(reader, total.nps ?? 0)}
        tooFew={total.n < 10 ? t('common.tooFew') : undefined}
        {...(total.interval && {
          interval: { low: total.interval.low, high: total.interval.high, point: total.nps ?? 0, axis },
        })}
        note={bounds ? t('board.kpi.npsNote', { ...bounds, n: f.number(total.n) }) : null}
        change={changeWords(reader, total.change)}
      />
      <Figure
        name={<Named measure="detractors" reader={reader} />}
        value={f.number(total.counts.detractors)}
        {...trackOf(detractors)}
        note={
          detractors.of > 0
            ? t('board.kpi.detractorsNote', { ...sharesOf(reader, detractors), n: f.number(total.n) })
            : null
        }
        change={changeWords(reader, before ? rateChange(before, detractors) : null, 'down')}
      />
      <RateFigure measure="contacted" its={loop.contacted} before={loopBefore.contacted} reader={reader}>
        {loop.withoutTicket > 0 ? t('board.kpi.withoutTicket', { n: loop.withoutTicket }) : null}
      </RateFigure>
      <FirstContact wait={loop.firstContact} reader={reader} />
      <RateFigure measure="closed" its={loop.closed} before={loop.young > 0 ? null : loopBefore.closed} reader={reader}>
        {loop.young > 0 ? t('board.kpi.young', { n: loop.young }) : t('board.kpi.closedHint')}
      </RateFigure>
    </section>
  )
}

function detractorsBefore({ total }: Board): Rate | null {
  const { earlier } = total
  const n = earlier.promoters + earlier.passives + earlier.detractors
  return total.change && n > 0 ? rate(earlier.detractors, n) : null
}

type RateProps = { measure: Measure; its: Rate; before: Rate | null; reader: Reader; children?: ReactNode }

export function RateFigure({ measure, its, before, reader, children }: RateProps) {
  const { t, f } = reader
  const some = its.share !== null
  return (
    <div className="grid content-start gap-1">
      <Figure
        name={<Named measure={measure} reader={reader} />}
        value={f.number(Math.round(100 * (its.share ?? 0)))}
        unit="%"
        tooFew={some ? undefined : t('board.kpi.none')}
        {...trackOf(its)}
        note={
          some
            ? t('board.kpi.rateNote', { ...sharesOf(reader, its), hits: f.number(its.hits), of: f.number(its.of) })
            : null
        }
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
      {wait ? (
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
        <div className="fig-few">{t('board.kpi.noneContacted')}</div>
      )}
    </div>
  )
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
