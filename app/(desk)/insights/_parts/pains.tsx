import Link from 'next/link'
import { ButtonLink } from '@/app/_ui/button'
import { Delta } from '@/app/_ui/figure'
import { IntervalTrack } from '@/app/_ui/interval-track'
import { Table } from '@/app/_ui/table'
import { type Board, fewest, type PlaceFigures } from '@/lib/insights'
import type { Axis } from './kpi'
import type { Reader } from './reader'
import { changeWords, exactly, points, queueHref } from './words'

type Props = { board: Board; reader: Reader; axis: Axis; query: string }

/** Where it hurts, most first: what each touchpoint takes off the NPS, and the cases behind every figure. */
export function Pains({ board, reader, axis, query }: Props) {
  const { t } = reader
  const [worst] = board.pains
  return (
    <section aria-labelledby="pains">
      <div className="board-head">
        <h2 className="sec" id="pains">
          {t('board.pain.title')}
        </h2>
        <p className="board-note">{t('board.pain.note')}</p>
        {worst ? (
          <ButtonLink
            className="ms-auto"
            variant="ghost"
            size="sm"
            hint="V"
            data-cases
            href={queueHref({ touchpoint: worst.place.slug, category: 'detractor' })}
          >
            {t('board.pain.cases')}
          </ButtonLink>
        ) : null}
      </div>
      {worst ? (
        <>
          <Table label={t('board.pain.table')} flush className="rank">
            <Head reader={reader} />
            <tbody>
              {board.pains.map((figures) => (
                <Row key={figures.place.id} {...{ figures, reader, axis, query }} most={worst.lost} />
              ))}
            </tbody>
          </Table>
          <ul className="rank-cards">
            {board.pains.slice(0, 5).map((figures) => (
              <Card key={figures.place.id} {...{ figures, reader, axis, query }} />
            ))}
          </ul>
        </>
      ) : (
        <p className="text-13 text-2">{t('board.pain.none')}</p>
      )}
      <LeftOut board={board} reader={reader} />
    </section>
  )
}

const Head = ({ reader: { t } }: { reader: Reader }) => (
  <thead>
    <tr>
      <th scope="col">{t('board.pain.touchpoint')}</th>
      <th scope="col" className="r" aria-sort="ascending">
        {t('board.pain.points')} <span aria-hidden="true">↑</span>
      </th>
      <th scope="col" className="w-16">
        <span className="sr-only">{t('board.pain.bar')}</span>
      </th>
      <th scope="col" className="r">
        {t('board.pain.nps')}
      </th>
      <th scope="col">{t('board.pain.margin')}</th>
      <th scope="col" className="r">
        {t('board.pain.n')}
      </th>
      <th scope="col" className="r">
        {t('board.pain.detractors')}
      </th>
      <th scope="col">{t('board.pain.change')}</th>
      <th scope="col">{t('board.pain.reasons')}</th>
      <th scope="col" className="r">
        {t('board.pain.wait')}
      </th>
      <th scope="col" className="r">
        {t('board.pain.recovered')}
      </th>
      <th scope="col">{t('board.pain.team')}</th>
    </tr>
  </thead>
)

type RowProps = { figures: PlaceFigures; reader: Reader; axis: Axis; query: string }

function Row({ figures, reader, axis, query, most }: RowProps & { most: number }) {
  const { t, f, name } = reader
  const { place, n, nps, interval, counts, lost, firstContact } = figures
  return (
    <tr data-row={queueHref({ touchpoint: place.slug, category: 'detractor' })}>
      <td>
        <Link className="font-medium hover:underline" href={`/insights/${place.slug}${query}`}>
          {name(place)}
        </Link>
      </td>
      <td className="r text-14 font-semibold">{exactly(reader, -lost)}</td>
      <td>
        <span className="lost" aria-hidden="true">
          <i style={{ width: `${(100 * lost) / most}%` }} />
        </span>
      </td>
      <td className="r">{points(reader, nps ?? 0)}</td>
      <td className="rank-track">
        {interval ? <IntervalTrack low={interval.low} high={interval.high} point={nps ?? 0} axis={axis} /> : null}
      </td>
      <td className="r text-3">{f.number(n)}</td>
      <td className="r">
        <Link className="hover:underline" href={queueHref({ touchpoint: place.slug, category: 'detractor' })}>
          {f.number(counts.detractors)}
        </Link>{' '}
        <span className="text-3">{f.percent(counts.detractors / n)}</span>
      </td>
      <td>
        <Delta {...shortChange(figures, reader)} />
      </td>
      <td className="cut max-w-36 text-2">{topReasons(figures, reader)}</td>
      <td className="r text-2">{firstContact ? f.roughly(firstContact.median) : ''}</td>
      <td className="r">
        <Recovered figures={figures} reader={reader} />
      </td>
      <td className="text-2">{place.team ? name(place.team) : t('board.pain.nobody')}</td>
    </tr>
  )
}

function Card({ figures, reader, axis, query }: RowProps) {
  const { t, f, name } = reader
  const { place, n, nps, interval, counts, lost } = figures
  return (
    <li className="rank-card">
      <div className="flex items-baseline gap-2">
        <Link className="font-medium" href={`/insights/${place.slug}${query}`}>
          {name(place)}
        </Link>
        <span className="num ms-auto text-16 font-semibold">{exactly(reader, -lost)}</span>
      </div>
      {interval ? <IntervalTrack low={interval.low} high={interval.high} point={nps ?? 0} axis={axis} /> : null}
      <p className="fig-n">
        NPS {points(reader, nps ?? 0)} · {t('board.journey.n', { n: f.number(n) })} ·{' '}
        <Link className="underline" href={queueHref({ touchpoint: place.slug, category: 'detractor' })}>
          {f.number(counts.detractors)} {t('board.pain.detractors').toLowerCase()}
        </Link>
      </p>
      <Delta {...shortChange(figures, reader)} />
      <p className="text-13 text-2">{topReasons(figures, reader)}</p>
    </li>
  )
}

function Recovered({ figures: { place, recovery }, reader: { f } }: { figures: PlaceFigures; reader: Reader }) {
  const { hits, of, share } = recovery.ofResolved
  if (share === null) return null
  // Of fewer than ten a share would pretend to know.
  const words = of < fewest ? null : f.percent(share)
  return (
    <Link className="hover:underline" href={queueHref({ touchpoint: place.slug, status: 'closed' })}>
      {words}{' '}
      <span className="text-3">
        {hits}/{of}
      </span>
    </Link>
  )
}

function LeftOut({ board, reader }: { board: Board; reader: Reader }) {
  const { t, name, actor } = reader
  const few = board.places.filter((one) => one.few && one.n > 0)
  const rest = board.places.filter((one) => !one.few && !board.pains.includes(one)).length
  if (few.length + rest === 0) return null
  const names = new Intl.ListFormat(actor.locale, { type: 'conjunction' }).format(few.map(({ place }) => name(place)))
  return (
    <p className="board-note mt-3 max-w-[72ch]">
      {t('board.pain.rest', { n: rest })}{' '}
      {few.length > 0 ? t('board.pain.few', { names, count: few.length, least: fewest }) : null}
    </p>
  )
}

function shortChange(figures: PlaceFigures, reader: Reader) {
  const words = changeWords(reader, figures.change)
  if (words.real) return words
  if (!figures.change) return { children: reader.t('board.pain.noChange') }
  return {
    children: reader.t('board.pain.inMargin', { points: reader.f.signed(Math.round(figures.change.points) + 0) }),
  }
}

const topReasons = ({ reasons }: PlaceFigures, { name }: Reader) =>
  reasons
    .filter(({ detractors }) => detractors > 0)
    .slice(0, 3)
    .map(name)
    .join(', ')
