import { X } from 'lucide-react'
import Link from 'next/link'
import type { Translate } from '@/lib/i18n'
import { FilterButton } from './filter-button'
import { filterFields, type QueueAddress, sorts, toggled, writeAddress } from './queue-address'
import type { Choice } from './row-view'
import { SearchBox } from './search-box'

export type FilterChoices = Record<(typeof filterFields)[number], Choice[]>

type FilterBarProps = { address: QueueAddress; choices: FilterChoices; t: Translate }

/** What narrows the view, as chips that can be taken off; how it is grouped and sorted. */
export function FilterBar({ address, choices, t }: FilterBarProps) {
  const chips = filterFields.flatMap((field) => {
    const values = address.filters[field] ?? []
    if (values.length === 0) return []
    const names = values.map((value) => choices[field].find((one) => one.id === value)?.name ?? value)
    return [{ field, label: t(`queue.filter.field.${field}`), value: names.join(', ') }]
  })
  const grouping = address.grouped ? t('queue.filter.byDue') : t('queue.filter.byNothing')
  const nextSort = sorts[(sorts.indexOf(address.sort) + 1) % sorts.length]
  return (
    <div className="filters">
      <FilterButton
        label={t('queue.filter.add')}
        group={t('queue.keys.list')}
        pick={t('queue.pick.filter')}
        none={t('queue.pick.none')}
        options={filterFields.flatMap((field) =>
          choices[field].map((one) => ({
            value: writeAddress(address, { filters: toggled(address, field, one.id) }),
            label: one.name,
            group: t(`queue.filter.field.${field}`),
            chosen: address.filters[field]?.includes(one.id) ?? false,
          })),
        )}
      />
      {chips.map(({ field, label, value }) => (
        <Link
          key={field}
          className="chip chip-line"
          href={writeAddress(address, { filters: { ...address.filters, [field]: [] } })}
          aria-label={t('queue.filter.remove', { name: `${label}: ${value}` })}
        >
          {label} <b className="cut max-w-48">{value}</b>
          <X className="i" aria-hidden="true" />
        </Link>
      ))}
      {chips.length > 0 ? (
        <Link className="ms-2 text-12 text-2 hover:underline" href={writeAddress(address, { filters: {} })}>
          {t('queue.filter.clear', { n: chips.length })}
        </Link>
      ) : null}
      <SearchBox
        key={address.q}
        query={address.q}
        hidden={[...new URL(writeAddress(address, { q: null }), 'http://x').searchParams]}
        label={t('queue.filter.search')}
        group={t('queue.keys.list')}
        hint={t('queue.filter.searchHint')}
      />
      <span className="flex-1 max-tablet:hidden" />
      <Link
        className="text-12 text-3 hover:underline"
        href={writeAddress(address, { grouped: !address.grouped })}
        scroll={false}
      >
        {t('queue.filter.group')} <span className="text-2">{grouping}</span>
      </Link>
      <Link className="text-12 text-3 hover:underline" href={writeAddress(address, { sort: nextSort })} scroll={false}>
        {t('queue.filter.sort')} <span className="text-2">{t(`queue.filter.${address.sort}`)}</span>
      </Link>
    </div>
  )
}
