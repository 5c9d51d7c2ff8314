import { expect, test } from 'vitest'
import { undoOf } from '@/app/(desk)/tickets/_parts/change-looks'
import { leaves } from '@/app/(desk)/tickets/_parts/queue-leaving'
import type { Changing } from '@/app/(desk)/tickets/_parts/use-changes'
import { settled } from '@/app/(desk)/tickets/_parts/use-rows'
import { afterLeaving } from '@/app/(desk)/tickets/_parts/use-selection'

const rows = (...ids: string[]) => ids.map((id) => ({ id }))
const named = (list: { id: string }[]) => list.map(({ id }) => id).join('')

test('what comes in above waits to be asked for; what follows the last row is added; known rows keep their order', () => {
  const { shown, fresh } = settled(rows('a', 'b', 'c'), rows('x', 'b', 'a', 'y', 'c', 'z'))
  expect([named(shown), named(fresh)]).toEqual(['abcz', 'xy'])
})

test('rows that are gone leave, and an emptied list takes what there is', () => {
  expect(named(settled(rows('a', 'b'), rows('b')).shown)).toBe('b')
  expect(named(settled(rows('a'), rows('x', 'y')).shown)).toBe('xy')
})

test('the focus goes to the next row that stays, at the end to the one before', () => {
  expect(afterLeaving(['a', 'b', 'c'], ['b'], 'b')).toBe('c')
  expect(afterLeaving(['a', 'b', 'c'], ['b', 'c'], 'b')).toBe('a')
  expect(afterLeaving(['a'], ['a'], 'a')).toBeNull()
})

test('a row leaves a view only by what takes it out of it', () => {
  const kim = { id: 'usr_kim', name: 'Kim' }
  expect(leaves('triage', 'assignee', kim, 'usr_me')).toBe(true)
  expect(leaves('mine', 'assignee', kim, 'usr_me')).toBe(true)
  expect(leaves('mine', 'assignee', { id: 'usr_me', name: 'Me' }, 'usr_me')).toBe(false)
  expect(leaves('open', 'assignee', kim, 'usr_me')).toBe(false)
  expect(leaves('open', 'snooze', { id: '2026-11-23', name: '' }, 'usr_me')).toBe(true)
  expect(leaves('closed', 'priority', null, 'usr_me')).toBe(false)
})

test('undoing gives each ticket back what it had, at the version that stands now', () => {
  const ticket = (id: string, owner: Changing['owner']) => ({ id, owner, version: 1, tags: [] }) as unknown as Changing
  const ana = { id: 'usr_ana', name: 'Ana' }
  const undo = undoOf(
    {
      tickets: [ticket('a', null), ticket('b', ana), ticket('c', ana)],
      kind: 'assignee',
      choice: { id: 'usr_kim', name: 'Kim' },
    },
    [
      { id: 'a', version: 2 },
      { id: 'b', version: 5 },
    ],
  )
  expect(
    undo.map(({ choice, tickets }) => [choice?.id ?? null, tickets.map(({ id, version }) => `${id}${version}`)]),
  ).toEqual([
    [null, ['a2']],
    ['usr_ana', ['b5']],
  ])
})
