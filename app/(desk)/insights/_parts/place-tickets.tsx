import Link from 'next/link'
import { ButtonLink } from '@/app/_ui/button'
import { mayReadCases, type PlaceFigures } from '@/lib/insights'
import type { Reader } from './reader'
import { queueHref } from './words'

/** The cases behind the figures, each count a way to its queue for those who read tickets. */
export function PlaceTickets({ figures: { place, tickets }, reader }: { figures: PlaceFigures; reader: Reader }) {
  const { t, f, name, actor } = reader
  const counts = [
    { key: 'opened', n: tickets.opened, query: { touchpoint: place.slug } },
    { key: 'openNow', n: tickets.open, query: { touchpoint: place.slug, view: 'open' } },
    { key: 'overdueNow', n: tickets.overdue, query: { touchpoint: place.slug, view: 'open', overdue: 'true' } },
  ] as const
  const may = mayReadCases(actor, place.team?.id ?? null)
  return (
    <section aria-labelledby="cases">
      <div className="board-head">
        <h2 className="sec" id="cases">
          {t('board.place.tickets')}
        </h2>
        <p className="board-note">
          {t('board.place.owner', { team: place.team ? name(place.team) : t('board.pain.nobody') })}
        </p>
      </div>
      <dl className="kv">
        {counts.map(({ key, n, query }) => (
          <div key={key}>
            <dt>{t(`board.place.${key}`)}</dt>
            <dd className="num">
              {may && n > 0 ? (
                <Link className="link" href={queueHref(query)}>
                  {f.number(n)}
                </Link>
              ) : (
                f.number(n)
              )}
            </dd>
          </div>
        ))}
      </dl>
      {may ? (
        <ButtonLink
          className="mt-3"
          size="sm"
          hint="V"
          data-cases
          href={queueHref({ touchpoint: place.slug, category: 'detractor' })}
        >
          {t('board.place.seeAll')}
        </ButtonLink>
      ) : null}
    </section>
  )
}
