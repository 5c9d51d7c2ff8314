import type { Translate } from '@/lib/i18n'
import { type Problem, type Query, sorts } from '@/lib/tickets/shared'
import type { Lists } from './choices'
import { FilterField } from './filter-field'
import { fieldViews, filterWords } from './filter-fields'
import { writeAddress } from './queue-address'
import { groupings, queueColumns } from './queue-look'
import type { QueuePlace } from './queue-place'
import { ViewLook } from './view-look'

type QueueFiltersProps = {
  place: QueuePlace
  query: Query
  problems: Problem[]
  lists: Lists
  searches: boolean
  t: Translate
}

/** What narrows the view; how it is grouped, sorted and drawn. */
export function QueueFilters({ place, query, problems, lists, searches, t }: QueueFiltersProps) {
  const { whole, saved, look } = place
  const told = problems.map(({ word }) => t('desk.filter.problem', { word }))
  const open = writeAddress({ ...whole, q: 'QUESTION' }).replace('QUESTION', '{q}')
  return (
    <div className="filters">
      <FilterField
        query={query}
        text={whole.q}
        problems={told}
        fields={fieldViews(lists, t)}
        words={filterWords(t)}
        href={open}
        searches={searches}
      />
      <ViewLook
        groups={{
          now: t(`desk.grouping.${whole.group}`),
          chosen: whole.group,
          options: groupings.map((key) => ({
            key,
            label: t(`desk.grouping.${key}`),
            href: writeAddress(whole, { group: key }),
          })),
        }}
        sorts={{
          now: t(`queue.filter.${whole.sort}`),
          chosen: whole.sort,
          options: sorts.map((key) => ({
            key,
            label: t(`queue.filter.${key}`),
            href: writeAddress(whole, { sort: key }),
          })),
        }}
        look={look}
        columns={saved?.columns ? columnAddresses(place) : null}
        words={{
          group: t('queue.filter.group'),
          sort: t('queue.filter.sort'),
          look: t('desk.look.label'),
          density: t('desk.look.density'),
          columns: t('desk.look.columns'),
          densities: { comfortable: t('desk.look.comfortable'), compact: t('desk.look.compact') },
          column: Object.fromEntries(queueColumns.map((name) => [name, t(`queue.column.${name}`)])) as Record<
            (typeof queueColumns)[number],
            string
          >,
        }}
      />
    </div>
  )
}

// Columns of a saved view change as its question does: in the address, until it is saved.
const columnAddresses = ({ whole, look }: QueuePlace) =>
  Object.fromEntries(
    queueColumns.map((name) => {
      const columns = queueColumns.filter((one) => (one === name) !== look.columns.includes(one))
      return [name, writeAddress(whole, { columns })]
    }),
  ) as Record<(typeof queueColumns)[number], string>
