import { beforeAll, expect, test } from 'vitest'
import {
  askOfView,
  changeView,
  mostViews,
  orderViews,
  removeView,
  saveView,
  viewById,
  viewCounts,
  viewsFor,
} from '@/lib/desk'
import { ViewInput } from '@/lib/desk/shared'
import type { UserActor } from '@/lib/identity/shared'
import { after, hours } from '@/lib/kit/clock'
import { queuePage, ticketNeighbours } from '@/lib/tickets'
import { parseQuery } from '@/lib/tickets/shared'
import { foundWorld, lead, manager, mariana, monday, ruben, stand, stranger, viewer } from '../tickets/world'

const now = after(monday, hours(5))
const save = (actor: UserActor, given: Partial<ViewInput>) =>
  saveView(actor, ViewInput.parse({ name: 'Una vista', ...given }), now)
const names = async (actor: UserActor) => (await viewsFor(actor)).map(({ name }) => name)
let number: (at: number) => number

beforeAll(async () => {
  await foundWorld()
  const made: Awaited<ReturnType<typeof stand>>[] = []
  for (let n = 0; n < 12; n++) made.push(await stand({ at: after(monday, hours(n - 20)), score: n % 4 }))
  await stand({ teamId: 'tea_billing', score: 0 })
  number = (at) => made[at]?.number ?? 0
})

test('a view is its owner’s, a team’s or everybody’s, and says what it asks in the codes', async () => {
  const own = await save(mariana, { name: 'Lo mío', query: 'puntaje:<=3 responsable:yo armador' })
  await save(lead, { name: 'Del equipo', query: 'score:0', sharing: 'team', team: 'delivery' })
  await save(manager, { name: 'De todos', sharing: 'all', sort: 'value', grouping: 'owner' })
  expect((await viewById(mariana, own.id)).query).toBe('score:<=3 owner:me armador')
  expect(await names(mariana)).toEqual(['De todos', 'Del equipo', 'Lo mío'])
  expect(await names(ruben)).toEqual(['De todos', 'Del equipo'])
  expect(await names(stranger)).toEqual(['De todos'])
  expect((await viewsFor(ruben)).map(({ editable }) => editable)).toEqual([false, false])
  expect((await viewsFor(lead)).map(({ editable }) => editable)).toEqual([false, true])
})

test('who may not share is told so, and what is not theirs looks missing', async () => {
  const [everybody, team] = await viewsFor(mariana)
  const own = (await viewsFor(mariana))[2]
  await expect(save(mariana, { sharing: 'team', team: 'delivery' })).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
  await expect(save(lead, { sharing: 'team', team: 'billing' })).rejects.toMatchObject({ code: 'identity.forbidden' })
  await expect(save(lead, { sharing: 'all' })).rejects.toMatchObject({ code: 'identity.forbidden' })
  await expect(save(manager, { sharing: 'team', team: 'nowhere' })).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(save(viewer, {})).rejects.toMatchObject({ code: 'identity.forbidden' })
  await expect(viewsFor(viewer)).rejects.toMatchObject({ code: 'identity.forbidden' })
  await expect(changeView(mariana, team?.id ?? '', { name: 'x' }, now)).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
  await expect(removeView(lead, everybody?.id ?? '')).rejects.toMatchObject({ code: 'identity.forbidden' })
  for (const actor of [ruben, manager]) {
    await expect(viewById(actor, own?.id ?? '')).rejects.toMatchObject({ code: 'view.unknown' })
    await expect(changeView(actor, own?.id ?? '', { name: 'x' }, now)).rejects.toMatchObject({ code: 'view.unknown' })
    await expect(removeView(actor, own?.id ?? '')).rejects.toMatchObject({ code: 'view.unknown' })
    await expect(orderViews(actor, [own?.id ?? ''], now)).rejects.toMatchObject({ code: 'view.unknown' })
  }
  await expect(viewById(stranger, team?.id ?? '')).rejects.toMatchObject({ code: 'view.unknown' })
})

test('a question that is not understood is not saved, and names the word', async () => {
  await expect(save(mariana, { query: 'touchpont:x' })).rejects.toMatchObject({
    code: 'view.query',
    facts: { word: 'touchpont' },
  })
})

test('a change keeps what it does not name, and the second of two is told', async () => {
  const { id } = await save(mariana, { name: 'A', query: 'score:0', columns: ['tags'] })
  await changeView(mariana, id, { name: 'B', version: 1 }, now)
  expect(await viewById(mariana, id)).toMatchObject({ name: 'B', query: 'score:0', columns: ['tags'], version: 2 })
  await expect(changeView(mariana, id, { name: 'C', version: 1 }, now)).rejects.toMatchObject({ code: 'view.stale' })
  await expect(changeView(mariana, id, { sharing: 'all' }, now)).rejects.toMatchObject({ code: 'identity.forbidden' })
  await removeView(mariana, id)
  await expect(viewById(mariana, id)).rejects.toMatchObject({ code: 'view.unknown' })
})

test('views stand as their owner put them, and there is an end to them', async () => {
  const ids: string[] = []
  for (const name of ['uno', 'dos', 'tres']) ids.push((await save(ruben, { name })).id)
  await orderViews(ruben, ids.reverse(), now)
  expect((await names(ruben)).slice(2)).toEqual(['tres', 'dos', 'uno'])
  for (let n = 3; n < mostViews; n++) await save(ruben, { name: `${n}` })
  await expect(save(ruben, {})).rejects.toMatchObject({ code: 'view.many', facts: { most: mostViews } })
})

test('a saved view is opened like one of the house, narrowed by what is typed', async () => {
  const { id } = await save(mariana, { query: 'score:0 OR score:1', sort: 'newest' })
  const { ask, saved, problems } = await askOfView(mariana, { view: id, q: 'score:1 hola:x' })
  expect(saved).toMatchObject({ id, sort: 'newest' })
  expect(problems).toMatchObject([{ code: 'field', word: 'hola' }])
  const plain = (await askOfView(mariana, { view: id, q: 'score:1' })).ask
  const page = await queuePage(mariana, plain, now)
  expect(page.data.map((row) => row.number)).toEqual([number(9), number(5), number(1)])
  expect((await queuePage(mariana, ask, now)).data).toEqual([])
  await expect(askOfView(ruben, { view: id })).rejects.toMatchObject({ code: 'view.unknown' })
  await expect(askOfView(ruben, { view: 'nothing' })).rejects.toMatchObject({ code: 'view.unknown' })
})

test('every view is counted, and how much of it is late', async () => {
  const { id } = await save(mariana, { query: 'score:0 is:unassigned' })
  const counts = await viewCounts(mariana, now)
  expect(counts[id]).toEqual({ total: 3, late: 3 })
  expect(counts.open?.total).toBe(12)
  expect((await viewCounts(manager, now)).open?.total).toBe(13)
  expect(Object.keys(await viewCounts(stranger, now))).not.toContain(id)
  expect(await viewCounts(viewer, now)).toEqual({})
})

test('one walks through a saved view from ticket to ticket, both ways, in its own order', async () => {
  const { id } = await save(mariana, { query: 'score:0,1', sort: 'lowest' })
  const { ask } = await askOfView(mariana, { view: id })
  const { data } = await queuePage(mariana, ask, now)
  const order = data.map((row) => row.number)
  expect(order).toEqual([0, 4, 8, 1, 5, 9].map(number))
  for (const [at, row] of data.entries()) {
    expect(await ticketNeighbours(mariana, ask, row.id, now)).toEqual({
      ...{ position: at + 1, total: 6 },
      ...{ previous: order[at - 1] ?? null, next: order[at + 1] ?? null },
    })
  }
  for (const group of ['touchpoint', 'owner', 'team', 'status'] as const) {
    const grouped = { view: 'all', query: parseQuery('score:0').query, sort: 'newest', group } as const
    const rows = (await queuePage(manager, grouped, now)).data
    for (const [at, row] of rows.entries()) {
      const found = await ticketNeighbours(manager, grouped, row.id, now)
      expect(found, group).toMatchObject({ position: at + 1, next: rows[at + 1]?.number ?? null })
    }
  }
})
