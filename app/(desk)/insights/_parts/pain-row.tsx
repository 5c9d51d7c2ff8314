import Link from 'next/link'
import { Delta } from '@/app/_ui/figure'
import { IntervalTrack } from '@/app/_ui/interval-track'
import { fewest, mayReadCases, type PlaceFigures } from '@/lib/insights'
import { CasesLink } from './cases-link'
import type { Axis } from './kpi'
import { shortChange, topReasons } from './pain-words'
import type { Reader } from './reader'
import { exactly, points, queueHref } from './words'

export type RowProps = { figures: PlaceFigures; reader: Reader; axis: Axis; query: string }

/** One touchpoint in the ranking; every count leads to its cases. */
export function PainRow({ figures, reader, axis, query, most }: RowProps & { most: number }) {
  const { t, f, name } = reader
  const { place, n, nps, interval, counts, lost, firstContact } = figures
  return (
    <tr
      data-row={
        mayReadCases(reader.actor, place.team?.id ?? null)
          ? queueHref({ touchpoint: place.slug, category: 'detractor' })
          : ''
      }
    >
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
        <CasesLink place={place} query={{ category: 'detractor' }} reader={reader}>
          {f.number(counts.detractors)}
        </CasesLink>{' '}
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

function Recovered({ figures: { place, recovery }, reader }: { figures: PlaceFigures; reader: Reader }) {
  const { f } = reader
  const { hits, of, share } = recovery.ofResolved
  if (share === null) return null
  // Of fewer than ten a share would pretend to know.
  const words = of < fewest ? null : f.percent(share)
  return (
    <CasesLink place={place} query={{ status: 'closed' }} reader={reader}>
      {words}{' '}
      <span className="text-3">
        {hits}/{of}
      </span>
    </CasesLink>
  )
}
