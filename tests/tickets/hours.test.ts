import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessMinutesBetween, compileCalendar, dueAt, dueBefore, openFrom } from '@/lib/tickets'

const weekdays = (opens: number, closes: number) =>
  Object.fromEntries([1, 2, 3, 4, 5].map((day) => [String(day), [[opens, closes]]])) as Record<
    string,
    [number, number][]
  >
const everyDay = (opens: number, closes: number) =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), [[opens, closes]]])) as Record<
    string,
    [number, number][]
  >
const nine = weekdays(540, 1020)
const calendar = (timeZone: string, weekly = nine, holidays: string[] = []) =>
  compileCalendar({ id: `cal ${timeZone}`, timeZone, weekly, holidays })

const rows: [string, ReturnType<typeof calendar>, string, number, string][] = [
  [
    '24 h clock over the spring change',
    calendar('Europe/Berlin', everyDay(0, 1440)),
    '2026-03-28T23:30Z',
    180,
    '2026-03-29T02:30Z',
  ],
  [
    'a night shift 01–05 in the long night',
    calendar('Europe/Berlin', everyDay(60, 300)),
    '2026-10-25T00:30Z',
    120,
    '2026-10-25T02:30Z',
  ],
  ['Berlin, Friday 16:30 to Monday, spring', calendar('Europe/Berlin'), '2026-03-27T15:30Z', 60, '2026-03-30T07:30Z'],
  ['Berlin, Friday 16:30 to Monday, autumn', calendar('Europe/Berlin'), '2026-10-23T14:30Z', 60, '2026-10-26T08:30Z'],
  ['New York, Friday 16:59, spring', calendar('America/New_York'), '2026-03-06T21:59Z', 2, '2026-03-09T13:01Z'],
  ['New York, Friday 16:59, autumn', calendar('America/New_York'), '2026-10-30T20:59Z', 2, '2026-11-02T14:01Z'],
  ['São Paulo, no summer time since 2019', calendar('America/Sao_Paulo'), '2026-10-16T19:30Z', 60, '2026-10-19T12:30Z'],
  [
    'Lord Howe, half an hour of summer time',
    calendar('Australia/Lord_Howe'),
    '2026-10-02T06:00Z',
    60,
    '2026-10-04T22:30Z',
  ],
  ['Kathmandu, +05:45', calendar('Asia/Kathmandu'), '2026-11-20T10:45Z', 60, '2026-11-23T03:45Z'],
  [
    'Berlin, holidays 25 and 28 December',
    calendar('Europe/Berlin', nine, ['2026-12-25', '2026-12-28']),
    '2026-12-24T15:30Z',
    60,
    '2026-12-29T08:30Z',
  ],
  ['São Paulo, 29 February 2028', calendar('America/Sao_Paulo'), '2028-02-28T19:30Z', 60, '2028-02-29T12:30Z'],
  ['Berlin, begins on a Sunday', calendar('Europe/Berlin'), '2026-11-22T12:00Z', 1, '2026-11-23T08:01Z'],
  ['Berlin, begins exactly at closing', calendar('Europe/Berlin'), '2026-11-20T16:00Z', 1, '2026-11-23T08:01Z'],
]

test.each(rows)('%s', (_, hours, start, minutes, due) => {
  const end = dueAt(new Date(start), minutes, hours)
  expect(end.toISOString()).toBe(new Date(due).toISOString())
  expect(businessMinutesBetween(new Date(start), end, hours)).toBe(minutes)
})

const zones = [
  'UTC',
  'America/Mexico_City',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Chatham',
]
const minute = 60_000
const oracles = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' }),
  ]),
)

type Wall = { day: string; minutes: number; weekday: string }

// The plainest reading of a wall clock, minute by minute; one look at the formatter serves a quarter of an hour, because no
// zone of these changes its clock within one.
function wallAt(quarter: number, timeZone: string): Wall {
  const [day = '', time = ''] = oracles.get(timeZone)?.format(quarter).split(', ') ?? []
  const [hour = 0, past = 0] = time.split(':').map(Number)
  return { day, minutes: hour * 60 + past, weekday: String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7) }
}

type Week = Record<string, [number, number][]>

function isOpen(at: number, timeZone: string, weekly: Week, holidays: string[], memo: Map<number, Wall>) {
  const quarter = at - (at % (15 * minute))
  const wall = memo.get(quarter) ?? wallAt(quarter, timeZone)
  memo.set(quarter, wall)
  if (holidays.includes(wall.day)) return false
  const minutes = wall.minutes + (at - quarter) / minute
  return weekly[wall.weekday]?.some(([opens, closes]) => minutes >= opens && minutes < closes) ?? false
}

test('due times of 10,000 random calendars equal a walk through the minutes', () => {
  const memos = new Map(zones.map((zone) => [zone, new Map<number, Wall>()]))
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .map(([a, b]) => (a < b ? [a, b] : [b - 1, a + 1]) as [number, number])
  const week = fc.dictionary(
    fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
    fc.array(span, { minLength: 1, maxLength: 2 }),
    {
      minKeys: 4,
    },
  )
  // Starts gather around clock changes: the last days of March, October and November, and the turn of a leap February.
  const start = fc.tuple(
    fc.constantFrom(
      '2026-03-07',
      '2026-03-28',
      '2026-04-04',
      '2026-10-03',
      '2026-10-24',
      '2026-10-31',
      '2028-02-28',
      '2026-07-01',
    ),
    fc.integer({ min: 0, max: 3 * 1440 }),
  )
  const cases = fc.tuple(
    fc.constantFrom(...zones),
    week,
    start,
    fc.integer({ min: 1, max: 600 }),
    fc.integer({ min: -1, max: 3 }),
  )
  let walked = 0
  fc.assert(
    fc.property(cases, ([zone, weekly, [day, offset], minutes, holiday]) => {
      const from = Date.parse(`${day}T00:00:00Z`) + offset * minute
      const holidays =
        holiday < 0 ? [] : [new Date(Date.parse(`${day}T00:00:00Z`) + holiday * 86_400_000).toISOString().slice(0, 10)]
      const compiled = compileCalendar({ id: 'random', timeZone: zone, weekly, holidays })
      const memo = memos.get(zone) ?? new Map<number, Wall>()
      let at = from
      for (let left = minutes; left > 0; at += minute) {
        if (isOpen(at, zone, weekly, holidays, memo)) left--
        if (at - from > 40 * 86_400_000) return
      }
      walked++
      const due = dueAt(new Date(from), minutes, compiled)
      expect(due.getTime()).toBe(at)
      expect(businessMinutesBetween(new Date(from), due, compiled)).toBe(minutes)
      const back = dueBefore(due, minutes, compiled)
      expect(businessMinutesBetween(back, due, compiled)).toBe(minutes)
      expect(back.getTime()).toBeGreaterThanOrEqual(from)
    }),
    { numRuns: 10_000 },
  )
  expect(walked).toBeGreaterThan(9_500)
}, 120_000)

test('the next opening is now when it is open, else the first minute of the next span', () => {
  const berlin = calendar('Europe/Berlin')
  expect(openFrom(new Date('2026-11-20T10:00Z'), berlin)).toEqual(new Date('2026-11-20T10:00Z'))
  expect(openFrom(new Date('2026-11-20T16:00Z'), berlin)).toEqual(new Date('2026-11-23T08:00Z'))
})

test('a calendar that never opens counts plain minutes, so that an answer always finds its due time', () => {
  const never = calendar('Europe/Berlin', {})
  expect(dueAt(new Date('2026-11-20T16:00Z'), 90, never)).toEqual(new Date('2026-11-20T17:30Z'))
})

test('one due time costs a few microseconds once its days are known', () => {
  const mexico = calendar('America/Mexico_City', weekdays(540, 1080))
  const at = new Date('2026-11-20T15:04:05Z')
  for (let i = 0; i < 2_000; i++) dueAt(at, 2_400, mexico)
  const began = performance.now()
  for (let i = 0; i < 20_000; i++) dueAt(at, 2_400, mexico)
  expect((performance.now() - began) / 20_000).toBeLessThan(0.02)
})
