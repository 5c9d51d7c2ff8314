import { ButtonLink } from '@/app/_ui/button'
import { Table } from '@/app/_ui/table'
import { type Board, fewest, mayReadCases } from '@/lib/insights'
import type { Axis } from './kpi'
import { PainCard } from './pain-card'
import { PainRow } from './pain-row'
import type { Reader } from './reader'
import { queueHref } from './words'

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
        {worst && mayReadCases(reader.actor, worst.place.team?.id ?? null) ? (
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
                <PainRow key={figures.place.id} {...{ figures, reader, axis, query }} most={worst.lost} />
              ))}
            </tbody>
          </Table>
          <ul className="rank-cards">
            {board.pains.slice(0, 5).map((figures) => (
              <PainCard key={figures.place.id} {...{ figures, reader, axis, query }} />
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
