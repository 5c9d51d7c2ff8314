import Link from 'next/link'
import { TextField } from '@/app/_ui/input'
import { SelectField } from '@/app/_ui/select'
import type { BoardChoices } from '@/lib/insights'
import { channels } from '@/lib/surveys/shared'
import { type BoardAddress, type FilterName, filterNames, presets, queryOf } from './address'
import type { Reader } from './reader'

type Props = { address: BoardAddress; reader: Reader; path: string }

/** The usual spans as links, any other by its two days. A plain form: works without JavaScript. */
export function PeriodForm({ address, reader: { t }, path }: Props) {
  return (
    <div className="grid gap-3">
      <ul className="grid">
        {presets.map((days) => (
          <li key={days}>
            <Link
              className="menu-item"
              aria-current={address.days === days ? 'true' : undefined}
              href={`${path}${queryOf(address, { days })}`}
            >
              {t('board.period.last', { days })}
            </Link>
          </li>
        ))}
      </ul>
      <form action={path} className="grid gap-3 border-t border-line-raised pt-3">
        <Kept address={address} />
        <div className="grid grid-cols-2 gap-2">
          <TextField
            type="date"
            name="from"
            label={t('board.period.from')}
            defaultValue={address.period.from}
            required
          />
          <TextField type="date" name="to" label={t('board.period.to')} defaultValue={address.period.to} required />
        </div>
        <button type="submit" className="btn">
          {t('board.period.show')}
        </button>
      </form>
    </div>
  )
}

/** What narrows the board; each list offers what occurs. */
export function FilterForm({ address, choices, reader, path }: Props & { choices: BoardChoices }) {
  const { t } = reader
  const { days, period } = address
  return (
    <form action={path} className="grid w-64 gap-3">
      {days === null ? (
        <>
          <input type="hidden" name="from" value={period.from} />
          <input type="hidden" name="to" value={period.to} />
        </>
      ) : (
        <input type="hidden" name="days" value={days} />
      )}
      {filterNames.map((name) => {
        const values = valuesOf(name, choices)
        if (values.length === 0) return null
        return (
          <SelectField
            key={name}
            name={name}
            id={`filter-${name}`}
            label={t(`board.filter.${name}`)}
            defaultValue={address.filters[name] ?? ''}
            placeholder={t('board.filter.any')}
            options={values.map((value) => ({ value, label: valueName(name, value, choices, reader) }))}
          />
        )
      })}
      <button type="submit" className="btn btn-primary">
        {t('board.filter.apply')}
      </button>
    </form>
  )
}

const Kept = ({ address }: { address: BoardAddress }) =>
  filterNames.map((name) =>
    address.filters[name] ? <input key={name} type="hidden" name={name} value={address.filters[name]} /> : null,
  )

function valuesOf(name: FilterName, choices: BoardChoices): string[] {
  if (name === 'survey') return choices.surveys.map(({ slug }) => slug)
  if (name === 'team') return choices.teams.map(({ slug }) => slug)
  return { channel: choices.channels, language: choices.languages, segment: choices.segments }[name]
}

/** A filter's value as the reader knows it. */
export function valueName(name: FilterName, value: string, choices: BoardChoices, reader: Reader): string {
  const named = { survey: choices.surveys, team: choices.teams, channel: [], language: [], segment: [] }[name]
  const found = named.find(({ slug }) => slug === value)
  if (found) return reader.name(found)
  if (name === 'channel') {
    const channel = channels.find((one) => one === value)
    return channel ? reader.t(`queue.channel.${channel}`) : value
  }
  return name === 'language' ? languageName(value, reader.actor.locale) : value
}

function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
