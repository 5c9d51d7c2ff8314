import { Figure } from '@/app/_ui/figure'
import { type Board, fewest, type PlaceFigures, rate } from '@/lib/insights'
import type { Axis } from './kpi'
import { FirstContact, Named, RateFigure, trackOf } from './kpi-figures'
import type { Reader } from './reader'
import { boundsOf, changeWords, exactly, points, sharesOf } from './words'

type Props = { figures: PlaceFigures; board: Board; reader: Reader; axis: Axis }

/** The figures of one touchpoint, as the board has them; below ten answers the words instead. */
export function PlaceFigureRow({ figures, board, reader, axis }: Props) {
  const { t, f } = reader
  const { n, nps, interval, counts, change, few, impact, firstContact, tickets } = figures
  const detractors = rate(counts.detractors, n)
  const tooFew = few ? t('common.tooFew') : undefined
  return (
    <section aria-label={t('board.kpi.label')}>
      <div className="kpi">
        <Figure
          name={<Named measure="nps" reader={reader} />}
          value={points(reader, nps ?? 0)}
          tooFew={tooFew}
          {...(interval && { interval: { low: interval.low, high: interval.high, point: nps ?? 0, axis } })}
          note={
            interval && !few
              ? t('board.kpi.npsNote', { ...boundsOf(reader, interval), n: f.number(n) })
              : t('board.journey.n', { n: f.number(n) })
          }
          change={changeWords(reader, change)}
        />
        <Figure
          name={<Named measure="lost" reader={reader} />}
          value={exactly(reader, impact ?? 0)}
          tooFew={tooFew}
          note={t('board.place.lostNote', { share: f.percent(board.total.n > 0 ? n / board.total.n : 0, 1) })}
        />
        <Figure
          name={<Named measure="detractors" reader={reader} />}
          value={f.number(counts.detractors)}
          {...(few ? {} : trackOf(detractors))}
          note={few ? null : t('board.kpi.detractorsNote', { ...sharesOf(reader, detractors), n: f.number(n) })}
        />
        <RateFigure measure="contacted" its={tickets.contacted} before={null} reader={reader} />
        <FirstContact wait={firstContact} reader={reader} />
      </div>
      {few ? <p className="board-note mt-3">{t('board.place.few', { least: fewest })}</p> : null}
    </section>
  )
}
