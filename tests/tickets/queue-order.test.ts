import { beforeAll, expect, test } from 'vitest'
import { groupsOf, idsOf, queuePage } from '@/lib/tickets'
import { parseQuery } from '@/lib/tickets/shared'
import { found, nameOf, now, setTickets } from './question-scene'
import { manager, mariana } from './world'

beforeAll(setTickets)

test('by worth and by the last word of the customer, those without it behind', async () => {
  expect((await found(manager, '', { sort: 'value' })).slice(0, 2)).toEqual(['late', 'mine'])
  expect((await found(manager, '', { sort: 'spoke' }))[0]).toBe('late')
})

test('groups stand together in their order, are counted, and pages of any sort neither skip nor repeat', async () => {
  const groups = ['touchpoint', 'owner', 'team', 'status', 'none'] as const
  for (const group of groups) {
    for (const sort of ['due', 'newest', 'oldest', 'lowest', 'value', 'spoke'] as const) {
      const whole = await found(manager, '', { sort, group })
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await queuePage(manager, { view: 'all', sort, group, limit: 2, cursor }, now)
        seen.push(...page.data.map(({ id }) => nameOf(id)))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(seen, `${group} ${sort}`).toEqual(whole)
      expect(new Set(seen).size).toBe(7)
    }
  }
  expect(await groupsOf(manager, { view: 'all', group: 'touchpoint' }, now)).toEqual([
    { value: 'tou_home', count: 5 },
    { value: 'tou_invoice', count: 1 },
    { value: null, count: 1 },
  ])
  expect(await groupsOf(mariana, { view: 'open', group: 'owner' }, now)).toEqual([
    { value: null, count: 3 },
    { value: mariana.id, count: 1 },
  ])
  expect(await groupsOf(mariana, { view: 'open', group: 'team' }, now)).toEqual([
    { value: 'tea_billing', count: 1 },
    { value: 'tea_delivery', count: 3 },
  ])
  expect(await groupsOf(manager, { view: 'open', group: 'status' }, now)).toEqual([
    { value: 'new', count: 4 },
    { value: 'in_progress', count: 1 },
  ])
  expect(await groupsOf(manager, { view: 'all' }, now)).toEqual([
    { value: 'late', count: 1 },
    ...[
      { value: 'today', count: 2 },
      { value: 'later', count: 2 },
    ],
    { value: null, count: 2 },
  ])
  expect((await found(mariana, 'status:open', { group: 'team' }))[0]).toBe('shared')
})

test('days are the reader’s own', async () => {
  const night = new Date('2026-11-17T05:30:00Z')
  const text = parseQuery('created:today').query
  const here = await idsOf(manager, { view: 'all', query: text }, night)
  const there = await idsOf({ ...manager, timeZone: 'Europe/Madrid' }, { view: 'all', query: text }, night)
  expect(here.ids).toHaveLength(5)
  expect(there.ids).toHaveLength(0)
})
