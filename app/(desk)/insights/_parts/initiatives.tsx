import Link from 'next/link'
import type { ReactNode } from 'react'
import { Chip } from '@/app/_ui/chip'
import type { Initiative, PlaceFigures } from '@/lib/insights'
import { dayOf } from '@/lib/kit/period'
import type { Reader } from './reader'

type ListProps = {
  initiatives: Initiative[]
  reader: Reader
  where?: (one: Initiative) => ReactNode
  edit?: (one: Initiative) => ReactNode
}

/** What is being changed, each with its state, its owner and its day. */
export const InitiativeList = ({ initiatives, reader, where, edit }: ListProps) => (
  <ul className="initiatives">
    {initiatives.map((one) => (
      <li key={one.id}>
        <div className="min-w-0">
          <p className="text-14 font-medium">{one.title}</p>
          <p className="fig-n">
            {where?.(one)}
            {[one.owner ?? reader.t('board.initiatives.nobody'), when(one, reader)].filter(Boolean).join(' · ')}
          </p>
        </div>
        <Chip line>{reader.t(`board.initiatives.states.${one.state}`)}</Chip>
        {edit?.(one)}
      </li>
    ))}
  </ul>
)

/** All changes of the journey, the latest first, each at its touchpoint. */
export function Initiatives({ places, reader, query }: { places: PlaceFigures[]; reader: Reader; query: string }) {
  const { t, name } = reader
  const all = places
    .flatMap(({ initiatives, place }) => initiatives.map((initiative) => ({ initiative, place })))
    .sort((a, b) => b.initiative.createdAt.getTime() - a.initiative.createdAt.getTime())
  if (all.length === 0) return null
  return (
    <section aria-labelledby="initiatives">
      <div className="board-head">
        <h2 className="sec" id="initiatives">
          {t('board.initiatives.title')}
        </h2>
        <p className="board-note">{t('board.initiatives.note')}</p>
      </div>
      <InitiativeList
        initiatives={all.map(({ initiative }) => initiative)}
        reader={reader}
        where={(one) => {
          const place = all.find(({ initiative }) => initiative.id === one.id)?.place
          return place ? (
            <>
              <Link className="underline" href={`/insights/${place.slug}${query}`}>
                {name(place)}
              </Link>
              {' · '}
            </>
          ) : null
        }}
      />
    </section>
  )
}

function when({ liveAt, dueAt }: Initiative, { t, day, zone }: Reader): string {
  if (liveAt) return t('board.initiatives.since', { day: day(dayOf(liveAt, zone)) })
  return dueAt ? t('board.initiatives.until', { day: day(dayOf(dueAt, zone)) }) : ''
}
