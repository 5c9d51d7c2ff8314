import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { invitations, tickets } from '@/db/schema'
import { now } from '@/lib/kit/clock'
import { receive } from '@/lib/loop'
import { ResponseInput } from '@/lib/surveys/shared'
import { indexTickets } from '@/lib/tickets'
import { detractor, foundWorld, type World } from '../support/world'
import { type Program, program } from './program'

let world: World | undefined
let call: Program
let id = ''
let count = 0

beforeEach(async () => {
  world ??= await foundWorld()
  call ??= await program(world.admin, ['tickets:read', 'tickets:write'])
  id = await opened({})
})

async function opened(over: Record<string, unknown>): Promise<string> {
  const customer = { externalId: `C-${++count}`, email: `c${count}@correo.mx`, name: `Cliente ${count}` }
  const body = ResponseInput.parse(detractor({ customer, ...over }))
  return (await receive({ kind: 'key', keyId: 'key_test' }, body, now())).ticket?.id ?? ''
}

const idsOf = async (query: string) => (await call('GET', `/tickets?${query}`)).body.data.map((ticket) => ticket.id)

test('tickets are found by team, touchpoint, person, status and words, and counted alike', async () => {
  const other = await opened({ touchpoint: 'factura', comment: 'Me cobraron la zarzamora dos veces' })
  await indexTickets([other])
  expect(await idsOf('team=facturacion')).toEqual([other])
  expect(await idsOf('touchpoint=factura&status=open')).toEqual([other])
  expect(await idsOf('touchpoint=factura&status=closed,discarded')).toEqual([])
  expect(await idsOf('assignee=none&touchpoint=factura&priority=high')).toEqual([other])
  expect(await idsOf('q=zarzamora')).toEqual([other])
  expect((await call('GET', '/tickets/count?touchpoint=factura')).body).toEqual({ count: 1 })
  expect((await call('GET', '/tickets?touchpoint=luna&assignee=nadie@lazo.test')).body).toMatchObject({
    status: 422,
    errors: [{ path: 'query.touchpoint' }, { path: 'query.assignee' }],
  })
  const first = await call('GET', '/tickets?limit=1&sort=oldest')
  const second = await call('GET', `/tickets?limit=1&sort=oldest&cursor=${String(first.body.nextCursor)}`)
  expect(second.body.data[0]?.id).not.toBe(first.body.data[0]?.id)
})

test('several properties change at once or not at all; a stale version is told what stands', async () => {
  const changed = await call('PATCH', `/tickets/${id}`, {
    ...{ assignee: world?.agent.id, priority: 'urgent', tags: ['Reparto'], rootCause: 'llego-tarde', version: 1 },
  })
  expect(changed).toMatchObject({
    status: 200,
    body: { status: 'assigned', priority: 'urgent', tags: ['reparto'], rootCause: 'llego-tarde' },
  })
  expect((await call('PATCH', `/tickets/${id}`, { priority: 'low', version: 1 })).body).toMatchObject({
    status: 409,
    type: 'urn:lazo:ticket.stale',
    current: { version: changed.body.version, status: 'assigned' },
  })
  const half = await call('PATCH', `/tickets/${id}`, { priority: 'low', team: 'luna' })
  expect(half.body).toMatchObject({ status: 422, errors: [{ path: 'team' }] })
  expect((await call('GET', `/tickets/${id}`)).body.priority).toBe('urgent')
  expect((await call('PATCH', `/tickets/${id}`, { colour: 'red' })).body).toMatchObject({
    errors: [{ path: 'colour' }],
  })
})

test('a transition that is not drawn, and a resolution that lacks something, are refused and named', async () => {
  const closed = await call('PATCH', `/tickets/${id}`, { status: 'closed' })
  expect(closed.status).toBe(422)
  expect(closed.text).toContain('closed')
  const bare = await call('PATCH', `/tickets/${id}`, { status: 'resolved' })
  expect(bare.status).toBe(422)
  expect(JSON.stringify(bare.body.errors)).toContain('rootCause')
  const half = await call('POST', `/tickets/${id}/resolve`, { rootCause: 'llego-tarde' })
  expect(half.status).toBe(422)
  expect(JSON.stringify(half.body.errors)).toContain('actionTaken')
})

test('a ticket is worked to its resolution and brought back, and its timeline tells all of it', async () => {
  expect((await call('POST', `/tickets/${id}/notes`, { text: 'Llamar hoy' })).status).toBe(201)
  const call1 = { channel: 'phone', outcome: 'spoke', minutes: 4, note: 'Quedó tranquila' }
  expect((await call('POST', `/tickets/${id}/contacts`, call1)).status).toBe(201)
  expect((await call('POST', `/tickets/${id}/messages`, { text: 'Ya va su pedido.' })).status).toBe(201)
  const resolved = await call('POST', `/tickets/${id}/resolve`, {
    ...{ rootCause: 'llego-tarde', actionTaken: 'Se entregó', summary: 'Su pedido llegó hoy.' },
  })
  expect(resolved).toMatchObject({ status: 200, body: { status: 'resolved', actionTaken: 'Se entregó' } })
  const kinds = (resolved.body.timeline as { kind: string }[]).map((line) => line.kind)
  expect(new Set(kinds)).toEqual(new Set(['event', 'message', 'contact']))
  expect((await call('POST', `/tickets/${id}/reopen`, {})).body.status).toBe('in_progress')
  expect((await call('POST', `/tickets/${id}/reopen`, {})).status).toBe(422)
})

test('to set a resolved ticket in progress is to reopen it: no invitation stays open', async () => {
  await atomically((tx) => [
    tx.update(tickets).set({ status: 'resolved', open: false, resolvedAt: now() }).where(eq(tickets.id, id)),
    tx.insert(invitations).values({
      ...{ id: `inv_${count}`, surveyId: world?.surveys.recovery.id ?? '', ticketId: id, channel: 'email' },
      ...{ language: 'es', state: 'queued', attributes: {}, createdAt: now(), expiresAt: now(), version: 1 },
    }),
  ])
  expect((await call('PATCH', `/tickets/${id}`, { status: 'in_progress', priority: 'low' })).body).toMatchObject({
    errors: [{ path: 'status' }],
  })
  expect((await call('PATCH', `/tickets/${id}`, { status: 'in_progress' })).body.status).toBe('in_progress')
  const [invitation] = await db.select().from(invitations).where(eq(invitations.ticketId, id))
  expect(invitation?.state).toBe('cancelled')
})

test('a ticket is opened by hand for a customer, at the team of its touchpoint', async () => {
  const made = await call('POST', '/tickets', { title: 'Llamó por su pedido', touchpoint: 'entrega' })
  expect(made).toMatchObject({ status: 201, body: { title: 'Llamó por su pedido', team: 'entregas', score: null } })
  expect((await call('POST', '/tickets', { title: 'x', customer: 'cus_missing' })).status).toBe(422)
  expect((await call('GET', '/tickets/tic_missing')).status).toBe(404)
})
