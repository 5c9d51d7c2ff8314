import { beforeAll, expect, test } from 'vitest'
import { valuesInUse } from '@/lib/tickets'
import { setTickets } from './question-scene'
import { manager, mariana, stranger } from './world'

beforeAll(setTickets)

test('tags and segments in use are offered once, by the alphabet, to whoever sees a ticket with them', async () => {
  expect(await valuesInUse(manager)).toMatchObject({ tags: ['muy-enojado', 'spam'], segments: ['Oro'] })
  expect((await valuesInUse(mariana)).tags).toContain('spam')
  expect((await valuesInUse(stranger)).tags).toEqual(['muy-enojado'])
})

test('surveys that have begun are offered by their slug', async () => {
  expect((await valuesInUse(manager)).surveys.map(({ slug }) => slug)).toContain('nps')
})
