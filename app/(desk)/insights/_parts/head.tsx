import { Calendar, Filter, X } from 'lucide-react'
import Link from 'next/link'
import { ButtonLink } from '@/app/_ui/button'
import { Kbd } from '@/app/_ui/kbd'
import { Popover } from '@/app/_ui/popover'
import type { BoardChoices } from '@/lib/insights'
import { type BoardAddress, type FilterName, filterNames, lengthOf, queryOf } from './address'
import { FilterForm, PeriodForm, valueName } from './filters'
import type { Reader } from './reader'

type Props = { address: BoardAddress; choices: BoardChoices; reader: Reader; path: string; title: string; asOf: Date }

/** The head of the board: its question, the span of time, what narrows it; all of it in the address. */
export function BoardHead({ address, choices, reader, path, title, asOf }: Props) {
  const { t, f, day } = reader
  const { days, period } = address
  const span = days
    ? t('board.period.last', { days })
    : t('board.period.span', { from: day(period.from), to: day(period.to) })
  return (
    <>
      <header className="board-top">
        <h1 className="sec">{title}</h1>
        <span className="board-note board-asof">{t('board.asOf', { time: f.time(asOf) })}</span>
        <div className="ms-auto flex flex-wrap items-center justify-end gap-2">
          <Popover
            trigger={
              <>
                <Calendar className="i" aria-hidden="true" />
                {span}
              </>
            }
            triggerClass="btn btn-sm"
            label={t('board.period.label')}
          >
            <PeriodForm address={address} reader={reader} path={path} />
          </Popover>
          <span className="board-note board-against">{t('board.period.against', { days: lengthOf(period) })}</span>
          <span data-filter>
            <Popover
              trigger={
                <>
                  <Filter className="i" aria-hidden="true" />
                  {t('board.filter.open')} <Kbd>F</Kbd>
                </>
              }
              label={t('board.filter.title')}
            >
              <FilterForm address={address} choices={choices} reader={reader} path={path} />
            </Popover>
          </span>
          <ButtonLink variant="ghost" size="sm" prefetch={false} href={`/insights/export${queryOf(address)}`}>
            {t('board.export')}
          </ButtonLink>
        </div>
      </header>
      <Chips address={address} choices={choices} reader={reader} path={path} />
    </>
  )
}

function Chips({ address, choices, reader, path }: Omit<Props, 'title' | 'asOf'>) {
  const { t } = reader
  const active = filterNames.filter((name) => address.filters[name])
  if (active.length === 0) return null
  return (
    <div className="board-chips">
      {active.map((name) => {
        const value = valueName(name, address.filters[name] ?? '', choices, reader)
        const label = t(`board.filter.${name}`)
        return (
          <Link
            key={name}
            className="chip chip-line"
            href={`${path}${without(address, name)}`}
            aria-label={t('board.filter.remove', { name: `${label}: ${value}` })}
          >
            {label} <b className="cut max-w-48">{value}</b>
            <X className="i" aria-hidden="true" />
          </Link>
        )
      })}
      <Link className="text-12 text-2 hover:underline" href={`${path}${queryOf(address, { filters: {} })}`}>
        {t('board.filter.clear')}
      </Link>
    </div>
  )
}

/** The address without one of its filters. */
export function without(address: BoardAddress, name: FilterName): string {
  const { [name]: _, ...filters } = address.filters
  return queryOf(address, { filters })
}
