import Link from 'next/link'
import { Delta } from '@/app/_ui/figure'
import { IntervalTrack } from '@/app/_ui/interval-track'
import { CasesLink } from './cases-link'
import type { RowProps } from './pain-row'
import { shortChange, topReasons } from './pain-words'
import { exactly, points } from './words'

/** The same for a phone. */
export function PainCard({ figures, reader, axis, query }: RowProps) {
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
        <CasesLink place={place} query={{ category: 'detractor' }} reader={reader} className="underline">
          {f.number(counts.detractors)} {t('board.pain.detractors').toLowerCase()}
        </CasesLink>
      </p>
      <Delta {...shortChange(figures, reader)} />
      <p className="text-13 text-2">{topReasons(figures, reader)}</p>
    </li>
  )
}
