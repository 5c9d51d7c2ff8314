import { expect, test } from 'vitest'
import { count, otherScale, scoreOf } from '@/lib/surveys/import-scale'

test('without a scale only whole numbers from 0 to 10 are scores', () => {
  expect(scoreOf(' 10.0 ', undefined)).toEqual({ score: 10 })
  expect(scoreOf('0', undefined)).toEqual({ score: 0 })
  expect(scoreOf('7.5', undefined)).toEqual({ problem: 'scoreNotWhole' })
  expect(scoreOf('11', undefined)).toEqual({ problem: 'scoreOutside' })
  expect(scoreOf('', undefined)).toEqual({ problem: 'scoreBlank' })
  for (const text of ['ten', '0x5', '1e1', 'N/A', '５'])
    expect(scoreOf(text, undefined)).toEqual({ problem: 'scoreNotNumber' })
})

test('another scale is linear and rounded half up', () => {
  const stars = { min: 1, max: 5 }
  expect(['1', '2', '3', '4', '5'].map((cell) => scoreOf(cell, stars))).toEqual(
    [0, 3, 5, 8, 10].map((score) => ({ score })),
  )
  expect(scoreOf('1', { ...stars, invert: true })).toEqual({ score: 10 })
  expect(scoreOf('6', { ...stars, blank: ['6', '7'] })).toEqual({ problem: 'scoreBlank' })
  expect(scoreOf('6', stars)).toEqual({ problem: 'scoreOutside' })
  expect(scoreOf('87,5', { min: 0, max: 100 })).toEqual({ score: 9 })
})

test('numbers that cannot be 0–10 are noticed, a true NPS column is not', () => {
  expect(seems([1, 2, 3, 4, 5])).toEqual({ min: 1, max: 5 })
  expect(seems([0, 1, 2, 5, 5])).toEqual({ min: 0, max: 5 })
  expect(seems([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({ min: 1, max: 10 })
  expect(seems(Array.from({ length: 30 }, (_, at) => [1, 8, 10][at % 3] ?? 0))).toEqual({ min: 1, max: 10 })
  expect(seems([50, 70, 80, 90, 100])).toEqual({ min: 0, max: 100 })
  expect(seems([0, 9, 10, 8, 3, 7])).toBeNull()
  expect(seems([9, 10, 3])).toBeNull()
  expect(seems([9, 10, 3, 7, 8, 10])).toBeNull()
  expect(seems([])).toBeNull()
})

function seems(values: number[]) {
  const spread = new Map<number, number>()
  for (const value of values) count(spread, String(value))
  return otherScale(spread)
}
