import { expect, test } from 'vitest'
import { formatter, negotiate } from '@/lib/i18n'

const mexico = { country: 'MX', timeZone: 'America/Mexico_City' }
const es = formatter({ locale: 'es', ...mexico })
const en = formatter({ locale: 'en', ...mexico })
const evening = new Date('2026-11-18T00:22:00Z')
const now = new Date('2026-11-21T20:00:00Z')

test('a date is written in the zone of the reader, not of the machine', () => {
  expect(es.dateTime(evening)).toBe('mar 17 nov, 18:22')
  expect(en.dateTime(evening)).toBe('Tue 17 Nov, 18:22')
  expect(es.longDay(evening)).toBe('martes 17 de noviembre')
})

test('near dates get shorter as they come nearer', () => {
  expect(es.near(new Date('2026-11-21T19:05:00Z'), now)).toBe('hoy, 13:05')
  expect(es.near(new Date('2026-11-20T19:05:00Z'), now)).toBe('ayer, 13:05')
  expect(es.near(evening, now)).toBe('mar 17, 18:22')
  expect(en.brief(new Date('2026-11-22T19:05:00Z'), now)).toBe('tomorrow')
  expect(es.brief(new Date('2025-11-02T19:05:00Z'), now)).toBe('2 nov 2025')
})

test('digits follow the country of the organization, in either language', () => {
  expect(en.number(2291)).toBe('2,291')
  expect(formatter({ locale: 'en', country: 'CO', timeZone: 'America/Bogota' }).number(2291)).toBe('2.291')
  expect(formatter({ locale: 'es', country: 'AR', timeZone: 'America/Buenos_Aires' }).number(2291)).toBe('2.291')
  expect(es.number(-12)).toBe('−12')
})

test('percent keeps its space in Spanish and loses it in English', () => {
  expect(es.percent(0.35)).toBe('35 %')
  expect(en.percent(0.354, 1)).toBe('35.4%')
})

test('money comes from minor units, with cents only when there are any', () => {
  expect(es.money(4_820_000, 'MXN')).toBe('$48,200 MXN')
  expect(es.money(4_820_050, 'MXN')).toBe('$48,200.50 MXN')
  expect(es.money(48_200, 'CLP')).toBe('$48,200 CLP')
})

test('spans are said in hours and minutes', () => {
  expect(es.duration(205 * 60_000)).toBe('3 h 25 min')
  expect(es.duration(50 * 60_000)).toBe('50 min')
  expect(es.duration(76 * 3_600_000)).toBe('3 d 4 h')
  expect(es.roughly(83 * 60_000)).toBe('1 h 25 min')
  expect(es.roughly(-250 * 60_000)).toBe('4 h')
})

test('the best language asked for is the one that answers', () => {
  expect(negotiate('fr, en;q=0.8, es-AR;q=0.9')).toBe('es')
  expect(negotiate('en-US,en;q=0.9')).toBe('en')
  expect(negotiate('de', 'en')).toBe('en')
  expect(negotiate(null)).toBe('es')
})
