import { Table2 } from 'lucide-react'
import { Kbd } from '@/app/_ui/kbd'
import { Table } from '@/app/_ui/table'
import { fewest, type Initiative, nps, npsChange, npsInterval, sizeOf, tooFew, type Week } from '@/lib/insights'
import { dayOf } from '@/lib/kit/period'
import type { Reader } from './reader'
import { TrendChart } from './trend-chart'
import { boundsOf, changeWords, points } from './words'

type Props = { weeks: Week[]; title: string; initiatives: Initiative[]; reader: Reader }

/** One line through the weeks with its band and what was changed on the way; the same numbers as a table behind one key. */
export function Trend({ weeks, title, initiatives, reader }: Props) {
  const { t, f, zone } = reader
  const n = weeks.reduce((sum, { counts }) => sum + sizeOf(counts), 0)
  const markers = initiatives.flatMap(({ id, title: text, liveAt }) =>
    liveAt ? [{ id, text, day: dayOf(liveAt, zone) }] : [],
  )
  return (
    <section aria-labelledby="trend" className="trend-block">
      <details data-trend>
        <summary className="board-head">
          <h2 className="sec" id="trend">
            {t('board.trend.title', { name: title })}
          </h2>
          <span className="board-note">{t('board.trend.note', { n: f.number(n) })}</span>
          <span className="btn btn-ghost btn-sm ms-auto">
            <Table2 className="i" aria-hidden="true" />
            {t('board.trend.table')} <Kbd>T</Kbd>
          </span>
        </summary>
        <WeekTable weeks={weeks} title={title} reader={reader} />
      </details>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="trend-scroll" aria-label={t('board.trend.region')} tabIndex={0}>
        {n < fewest ? (
          <p className="text-13 text-2">{t('board.place.few', { least: fewest })}</p>
        ) : (
          <TrendChart weeks={weeks} title={title} markers={markers} reader={reader} />
        )}
      </section>
    </section>
  )
}

function WeekTable({ weeks, title, reader }: { weeks: Week[]; title: string; reader: Reader }) {
  const { t, f, day } = reader
  return (
    <Table label={t('board.trend.tableOf', { name: title })} flush>
      <thead>
        <tr>
          <th scope="col">{t('board.trend.week')}</th>
          <th scope="col" className="r">
            NPS
          </th>
          <th scope="col">{t('board.trend.interval')}</th>
          <th scope="col" className="r">
            n
          </th>
          <th scope="col">{t('board.trend.change')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ from, to, counts }, at) => {
          const interval = npsInterval(counts)
          const before = weeks[at - 1]
          const compared = before && !tooFew(before.counts) && !tooFew(counts) ? npsChange(before.counts, counts) : null
          return (
            <tr key={from}>
              <th scope="row">{t('board.period.span', { from: day(from), to: day(to) })}</th>
              <td className="r">{interval ? points(reader, nps(counts) ?? 0) : t('board.trend.none')}</td>
              <td>{interval ? t('board.journey.interval', boundsOf(reader, interval)) : t('board.trend.none')}</td>
              <td className="r">{f.number(sizeOf(counts))}</td>
              <td>{compared ? changeWords(reader, compared).children : ''}</td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
