import { expect, test } from 'vitest'
import { snoozeTimes, wall, zonedInstant } from '@/app/(desk)/tickets/_parts/snooze-time'

const mexico = 'America/Mexico_City'

test("tomorrow at nine is nine on the reader's own wall", () => {
  const friday = new Date('2026-11-20T17:00:00Z')
  const times = snoozeTimes(friday, mexico)
  expect(times.map(({ kind, at }) => [kind, wall(at, mexico)])).toEqual([
    ['later', '2026-11-20T14:00'],
    ['tomorrow', '2026-11-21T09:00'],
    ['monday', '2026-11-23T09:00'],
    ['week', '2026-11-27T09:00'],
  ])
})

test('late in the evening nothing later today is offered, and on Sunday Monday is tomorrow', () => {
  const sunday = new Date('2026-11-23T04:30:00Z')
  expect(snoozeTimes(sunday, mexico).map(({ kind }) => kind)).toEqual(['tomorrow', 'week'])
})

test('a wall clock is read across a change of clocks', () => {
  expect(zonedInstant('2026-10-25T09:00', 'Europe/Madrid').toISOString()).toBe('2026-10-25T08:00:00.000Z')
  expect(zonedInstant('2026-10-24T09:00', 'Europe/Madrid').toISOString()).toBe('2026-10-24T07:00:00.000Z')
  expect(zonedInstant('2026-11-01T01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z')
})
