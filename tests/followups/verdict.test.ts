import { expect, test } from 'vitest'
import { verdict } from '@/lib/followups'

const table = [
  // score, solved, outcome, next
  [10, 'yes', 'recovered_promoter', 'close'],
  [9, 'partly', 'recovered_promoter', 'close'],
  [8, 'yes', 'recovered_passive', 'close'],
  [7, 'partly', 'recovered_passive', 'close'],
  [6, 'yes', 'not_recovered', 'close'],
  [6, 'partly', 'not_recovered', 'reopen'],
  [0, 'partly', 'not_recovered', 'reopen'],
  [10, 'no', 'not_recovered', 'reopen'],
  [7, 'no', 'not_recovered', 'reopen'],
  [0, 'no', 'not_recovered', 'reopen'],
] as const

test.each(table)('%i and solved %s: %s, %s', (score, solved, outcome, next) => {
  expect(verdict({ score, solved }, 0)).toEqual({ outcome, next })
})

test('after two rounds a person decides what a verdict would reopen, and nothing else changes', () => {
  for (const [score, solved, outcome, next] of table)
    expect(verdict({ score, solved }, 2)).toEqual({ outcome, next: next === 'reopen' ? 'decide' : next })
})
