import { expect, test } from 'vitest'
import { queryOf, readAddress, stepped } from '@/app/(desk)/insights/_parts/address'

const now = new Date('2026-11-22T03:00:00Z')
const zone = 'America/Mexico_City'
const read = (search: Record<string, string>) => readAddress(search, now, zone)

test('without a word the board shows the last ninety days up to today in the organization’s zone', () => {
  expect(read({}).period).toEqual({ from: '2026-08-24', to: '2026-11-21' })
  expect(queryOf(read({}))).toBe('')
})

test('what was chosen stands in the address and is read back the same', () => {
  const chosen = read({ days: '30', team: 'entregas', channel: 'email' })
  expect(queryOf(chosen)).toBe('?days=30&team=entregas&channel=email')
  expect(readAddress(Object.fromEntries(new URLSearchParams(queryOf(chosen))), now, zone)).toEqual(chosen)
})

test('one step back is the span of equal length before, one forth the span after', () => {
  const week = read({ from: '2026-11-08', to: '2026-11-14', team: 'entregas' })
  expect(stepped(week, -1)).toBe('?from=2026-11-01&to=2026-11-07&team=entregas')
  expect(stepped(week, 1)).toBe('?from=2026-11-15&to=2026-11-21&team=entregas')
})

test.each([
  [{ days: '3' }],
  [{ days: 'many' }],
  [{ from: '2026-11-31', to: '2026-12-01' }],
  [{ from: '2026-11-20', to: '2026-11-01' }],
  [{ from: '20 nov' }],
])('what cannot be a span is left out: %o', (search) => {
  expect(read(search).period).toEqual({ from: '2026-08-24', to: '2026-11-21' })
})
