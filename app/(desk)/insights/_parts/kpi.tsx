import { Figure } from '@/app/_ui/figure'
import { type Board, type Rate, rate, rateChange } from '@/lib/insights'
import { FirstContact, Named, RateFigure, trackOf } from './kpi-figures'
import type { Reader } from './reader'
import { boundsOf, changeWords, points, sharesOf } from './words'

export type Axis = { min: number; max: number; zero: number }

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
