import Link from 'next/link'
import { Delta } from '@/app/_ui/figure'
import { IntervalTrack } from '@/app/_ui/interval-track'
import type { Board, PlaceFigures } from '@/lib/insights'
import type { Axis } from './kpi'
import type { Reader } from './reader'
import { boundsOf, points } from './words'

type Props = { board: Board; reader: Reader; axis: Axis; query: string }

/** The journey from left to right: under each stage its touchpoints, each with NPS, interval, n and what waits there. */
export function Journey({ board, reader, axis, query }: Props) {
  const { t, f, name } = reader
  const stages = new Map(board.places.map(({ place }) => [place.stage.id, place.stage]))
  const nowhere = board.nowhere.promoters + board.nowhere.passives + board.nowhere.detractors
  return (
    <section aria-labelledby="journey">
      <div className="board-head">
        <h2 className="sec" id="journey">
          {t('board.journey.title')}
        </h2>
        <p className="board-note">
          {t('board.journey.note', { min: points(reader, axis.min), max: points(reader, axis.max) })}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="strip" aria-label={t('board.journey.region')} tabIndex={0}>
        {[...stages.values()].map((stage) => (
          <section key={stage.id} className="strip-stage">
            <h3>{name(stage)}</h3>
            {board.places
              .filter(({ place }) => place.stage.id === stage.id)
              .map((figures) => (
                <Cell key={figures.place.id} figures={figures} reader={reader} axis={axis} query={query} />
              ))}
          </section>
        ))}
      </section>
      {nowhere > 0 ? <p className="board-note mt-3">{t('board.journey.nowhere', { n: nowhere })}</p> : null}
      <p className="sr-only">{f.number(board.total.n)}</p>
    </section>
  )
}

function Cell({ figures, reader, axis, query }: { figures: PlaceFigures } & Omit<Props, 'board'>) {
  const { t, name } = reader
  const { place, few, n, nps, interval, change, tickets } = figures
  return (
    <Link className="place" data-few={few ? '' : undefined} href={`/insights/${place.slug}${query}`}>
      <span className="place-name">{name(place)}</span>
      {few || !interval ? (
        <span className="place-few">{t('board.journey.few', { n })}</span>
      ) : (
        <>
          <span className="place-line">
            <span className="place-nps">
              <span className="sr-only">NPS </span>
              {points(reader, nps ?? 0)}
            </span>
            {change?.real ? (
              <Delta real={change.points < 0 ? 'worse' : 'better'}>
                {t(change.points < 0 ? 'board.change.shortWorse' : 'board.change.shortBetter')}
              </Delta>
            ) : null}
          </span>
          <IntervalTrack low={interval.low} high={interval.high} point={nps ?? 0} axis={axis} />
          <span className="place-n">
            <span className="sr-only">{t('board.journey.interval', boundsOf(reader, interval))}, </span>
            {t('board.journey.n', { n: reader.f.number(n) })}
          </span>
        </>
      )}
      <span className="place-n">
        {t('board.journey.open', { n: tickets.open })}
        {tickets.overdue > 0 ? (
          <>
            {' · '}
            <span className="place-late">{t('board.journey.overdue', { n: tickets.overdue })}</span>
          </>
        ) : null}
      </span>
    </Link>
  )
}
