import { expect, test } from 'vitest'
import { instantReader } from '@/lib/surveys/import-date'
import { formatsOf } from '@/lib/surveys/import-guess'

const reads = (cell: string, formats: string[], zone: string) => instantReader(formats, zone)(cell)?.toISOString()

test('ISO 8601 is understood without being told, with and without a zone', () => {
  expect(reads('2026-11-20T15:04:05Z', [], 'America/Mexico_City')).toBe('2026-11-20T15:04:05.000Z')
  expect(reads('2026-11-20T15:04:05-06:00', [], 'UTC')).toBe('2026-11-20T21:04:05.000Z')
  expect(reads('2026-11-20 15:04', [], 'America/Mexico_City')).toBe('2026-11-20T21:04:00.000Z')
})

test('a date without a time is noon there, also on the days when clocks change', () => {
  expect(reads('2026-11-20', [], 'Europe/London')).toBe('2026-11-20T12:00:00.000Z')
  expect(reads('2026-03-29', [], 'Europe/London')).toBe('2026-03-29T11:00:00.000Z')
  expect(reads('2026-10-25', [], 'Europe/London')).toBe('2026-10-25T12:00:00.000Z')
})

test('local times around a change of the clocks', () => {
  expect(reads('29/03/2026 00:30', ['dd/MM/yyyy HH:mm'], 'Europe/London')).toBe('2026-03-29T00:30:00.000Z')
  expect(reads('29/03/2026 02:30', ['dd/MM/yyyy HH:mm'], 'Europe/London')).toBe('2026-03-29T01:30:00.000Z')
  expect(reads('25/10/2026 03:00', ['dd/MM/yyyy HH:mm'], 'Europe/London')).toBe('2026-10-25T03:00:00.000Z')
})

test('several formats may stand in one column', () => {
  const formats = ['dd/MM/yyyy', 'd/M/yyyy']
  expect(reads('30/09/2021', formats, 'UTC')).toBe('2021-09-30T12:00:00.000Z')
  expect(reads('1/9/2021', formats, 'UTC')).toBe('2021-09-01T12:00:00.000Z')
  expect(reads('3 dic. 2021', ['d MMM yyyy'], 'UTC')).toBe('2021-12-03T12:00:00.000Z')
  expect(reads('3 de diciembre de 2021', ["d 'de' MMMM 'de' yyyy"], 'UTC')).toBe('2021-12-03T12:00:00.000Z')
  expect(reads('2/1/2021 1:05 p. m.', ['M/d/yyyy h:mm a'], 'UTC')).toBe('2021-02-01T13:05:00.000Z')
})

test('days that do not exist are not moved to others', () => {
  for (const cell of ['31/02/2021', '00/01/2021', '12/13/2021', 'ayer', '', '1/1/21'])
    expect(reads(cell, ['d/M/yyyy'], 'UTC')).toBeUndefined()
  expect(reads('2021-01-01 24:00', [], 'UTC')).toBeUndefined()
})

test('the format is guessed from samples, day before month where both would do', () => {
  expect(formatsOf(['30/09/2021', '1/9/2021'])).toEqual(['dd/MM/yyyy', 'd/M/yyyy'])
  expect(formatsOf(['09/30/2021', '9/1/2021'])).toEqual(['MM/dd/yyyy', 'M/d/yyyy'])
  expect(formatsOf(['2021-09-30'])).toEqual(['iso'])
  expect(formatsOf(['pronto'])).toBeUndefined()
})
