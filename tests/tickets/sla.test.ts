import { expect, test } from 'vitest'
import { alarmAtOf, compileCalendar } from '@/lib/tickets'
import { nextAlarm, pause, regrant, resume, revive, ring, settle, startClock } from '@/lib/tickets/sla'

const office = compileCalendar({
  id: 'cal',
  timeZone: 'America/Mexico_City',
  weekly: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [String(day), [[540, 1080]]])),
  holidays: [],
})
/** Local time of the week of Monday 16 November 2026; Mexico City is six hours behind UTC all year. */
const at = (day: number, time: string) => new Date(Date.parse(`2026-11-${15 + day}T${time}:00Z`) + 6 * 3_600_000)
const started = startClock('tic', 'resolution', 480, at(1, '10:00'), office)

test('a clock of eight hours that starts on Monday at ten is due on Tuesday at nine', () => {
  expect(started.dueAt).toEqual(at(1, '18:00'))
  expect(startClock('tic', 'resolution', 481, at(1, '10:00'), office).dueAt).toEqual(at(2, '09:01'))
})

test('it warns with a quarter left, is over at its end, escalates half as much later, each once', () => {
  expect(nextAlarm(started, office)).toEqual({ kind: 'warning', at: at(1, '16:00') })
  const warned = ring(started, at(1, '16:00'), office)
  expect(warned.alarms).toEqual(['warning'])
  expect(ring(warned.clock, at(1, '17:59'), office).alarms).toEqual([])
  const over = ring(warned.clock, at(1, '18:00'), office)
  expect(over.alarms).toEqual(['breached'])
  expect(nextAlarm(over.clock, office)).toEqual({ kind: 'escalated', at: at(2, '13:00') })
  expect(alarmAtOf([ring(over.clock, at(2, '13:00'), office).clock], office)).toBeNull()
})

test('after a weekend without a process all that is due is told at once, but no warning of what is over', () => {
  expect(ring(started, at(5, '12:00'), office).alarms).toEqual(['breached', 'escalated'])
})

test('a pause keeps the business minutes that were left, over night and weekend', () => {
  const paused = pause(started, at(1, '16:30'), office)
  expect([paused.state, paused.left, nextAlarm(paused, office)]).toEqual(['paused', 90, null])
  const resumed = resume(paused, at(8, '09:30'), office)
  expect([resumed.state, resumed.dueAt, resumed.left]).toEqual(['running', at(8, '11:00'), null])
  expect(resumed.pausedMs).toBe(at(8, '09:30').getTime() - at(1, '16:30').getTime())
})

test('a clock that was late when it paused is as late when it resumes', () => {
  const resumed = resume(pause(started, at(1, '18:30'), office), at(1, '20:30'), office)
  expect(resumed.dueAt).toEqual(at(1, '20:00'))
})

test('what is settled in time is met, what is settled late is stopped and counts as breached', () => {
  expect(settle(started, at(1, '18:00'), office)).toMatchObject({ state: 'met', breachedAt: null })
  expect(settle(started, at(2, '09:30'), office)).toMatchObject({ state: 'stopped', breachedAt: at(1, '18:00') })
})

test('a ticket that comes back is due later by the time it lay settled', () => {
  const back = revive(settle(started, at(1, '15:00'), office), at(4, '10:00'), office)
  expect(back).toMatchObject({ state: 'running', dueAt: at(4, '13:00'), settledAt: null })
})

test('another allowance moves the due time by the difference in business minutes, pauses included', () => {
  expect(regrant(started, 600, office).dueAt).toEqual(at(2, '11:00'))
  expect(regrant(started, 120, office).dueAt).toEqual(at(1, '12:00'))
  expect(regrant(pause(started, at(1, '16:30'), office), 600, office).left).toBe(210)
})
