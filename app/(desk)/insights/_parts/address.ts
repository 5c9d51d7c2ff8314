import type { BoardFilter } from '@/lib/insights/shared'
import { addDays, lastDays, type Period } from '@/lib/kit/period'

export const presets = [30, 90, 180, 365] as const
const usual = 90
export const filterNames = ['survey', 'team', 'channel', 'language', 'segment'] as const
export type FilterName = (typeof filterNames)[number]

/** What a board's address says: everything that was chosen stands in the URL. */
export type BoardAddress = {
  /** The last so many days; null: `period` was given by its days. */
  days: number | null
  period: Period
  filters: Partial<Record<FilterName, string>>
}

type Search = Record<string, string | string[] | undefined>

/** Reads the address; what it does not understand it leaves out. The span ends today unless it says otherwise. */
export function readAddress(search: Search, now: Date, zone: string): BoardAddress {
  const one = (name: string) => [search[name]].flat()[0]?.trim() || undefined
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = one(name)
      return value ? [[name, value.slice(0, 64)] as const] : []
    }),
  )
  const [from, to] = [dayIn(one('from')), dayIn(one('to'))]
  if (from && to && from <= to) return { days: null, period: { from, to }, filters }
  const asked = Number(one('days'))
  const days = Number.isInteger(asked) && asked >= 7 && asked <= 1100 ? asked : usual
  return { days, period: lastDays(days, now, zone), filters }
}

/** The board's filter of an address. */
export const filterOf = ({ period, filters }: BoardAddress): BoardFilter => ({ ...period, ...filters })

/** The query of an address after a change, with its question mark; empty for the usual board. */
export function queryOf(address: BoardAddress, change: Partial<BoardAddress> = {}): string {
  const { days, period, filters } = { ...address, ...change }
  const query = new URLSearchParams()
  if (days === null) {
    query.set('from', period.from)
    query.set('to', period.to)
  } else if (days !== usual) query.set('days', String(days))
  for (const name of filterNames) {
    const value = filters[name]
    if (value) query.set(name, value)
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

export const lengthOf = ({ from, to }: Period): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

/** The same length of time, one step earlier or later. */
export function stepped(address: BoardAddress, step: 1 | -1): string {
  const { from, to } = address.period
  const by = step * lengthOf(address.period)
  return queryOf(address, { days: null, period: { from: addDays(from, by), to: addDays(to, by) } })
}

const dayIn = (text: string | undefined): string | null => {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text
}
