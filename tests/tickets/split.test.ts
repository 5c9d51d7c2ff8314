import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import * as schema from '@/db/schema'
import { timeline } from '@/lib/events'
import { after, days, hours, minutes } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { isRefusal } from '@/lib/kit/refusal'
import { addNote, assignToMe, logContact, merge, replay, split, ticketById } from '@/lib/tickets'
import { insertOf } from './inserts'
import { held, mailed, replied, ticketOf } from './moving'
import { foundWorld, lead, mariana, monday, ruben, stand, stranger } from './world'

beforeAll(foundWorld)

const later = after(monday, hours(3))

// A ticket that a second answer joined.
async function joined() {
  const ticket = await stand()
  const second = newId('response')
  const at = after(monday, minutes(20))
  await atomically((tx) => [
    insertOf.response({
      ...{
        id: second,
        ticketId: ticket.id,
        customerId: ticket.customerId ?? '',
        score: 5,
        touchpointId: 'tou_invoice',
      },
      ...{ receivedAt: at, submittedAt: at, channel: 'sms' },
    }),
    tx.update(schema.tickets).set({ answers: 2 }).where(eq(schema.tickets.id, ticket.id)),
  ])
  return { ticket, first: ticket.responseId ?? '', second, at }
}

test('an answer leaves for a ticket of its own: its number, its touchpoint, its clocks from when it reached us', async () => {
  const { ticket, second, at } = await joined()
  await assignToMe(mariana, ticket.id, {}, monday)
  const made = await split(mariana, ticket.id, { responses: [second] }, later)
  expect(made.number).toBeGreaterThan(0)
  const its = await ticketById(mariana, made.id, later)
  expect(its.ticket).toMatchObject({
    ...{ responseId: second, score: 5, channel: 'sms', answers: 1, touchpointId: 'tou_invoice', receivedAt: at },
    ...{
      createdAt: later,
      customerId: ticket.customerId,
      assigneeId: mariana.id,
      status: 'assigned',
      priority: 'normal',
    },
  })
  expect(its.clocks.map(({ startedAt }) => startedAt)).toEqual([at, at])
  expect(its.links).toMatchObject([{ kind: 'split', way: 'from', ticket: { id: ticket.id } }])
  expect(await ticketOf(ticket.id)).toMatchObject({ answers: 1, responseId: ticket.responseId, score: 3 })
  expect((await timeline(ticket.id)).at(-1)).toMatchObject({
    kind: 'ticket.split',
    payload: { into: made.id, number: made.number, responses: [second], messages: [] },
  })
  expect((await timeline(made.id))[0]).toMatchObject({ kind: 'ticket.opened', payload: { splitFrom: ticket.id } })
  expect(replay(await timeline(ticket.id)).faults).toEqual([])
})

test('when the answer that opened it leaves, the ticket is about the one that stays', async () => {
  const { ticket, first, second } = await joined()
  await split(mariana, ticket.id, { responses: [first] }, later)
  expect(await ticketOf(ticket.id)).toMatchObject({ responseId: second, score: 5, channel: 'sms', answers: 1 })
})

test('a ticket keeps one answer if it had any', async () => {
  const { ticket, first, second } = await joined()
  const all = split(mariana, ticket.id, { responses: [first, second] }, later)
  await expect(all).rejects.toMatchObject({ code: 'ticket.splitAll' })
  expect((await held(ticket.id)).responses).toBe(2)
})

test('words leave with their files, letters and mail, and count as contact where they are; the first contact stays', async () => {
  const ticket = await stand()
  await logContact(mariana, ticket.id, { channel: 'phone', direction: 'out', outcome: 'spoke' }, monday)
  const spokeAt = after(monday, minutes(5))
  const mail = await mailed(ticket.id, 'Otra cosa: la factura', spokeAt)
  const reply = await replied(ticket.id, mariana.id, after(monday, minutes(9)))
  const made = await split(mariana, ticket.id, { messages: [mail.message, reply.message] }, later)
  expect(await held(made.id)).toMatchObject({
    messages: 2,
    letters: 1,
    inbound: 1,
    files: 1,
    attempts: 2,
    responses: 0,
  })
  expect(await held(ticket.id)).toMatchObject({ messages: 0, letters: 0, attempts: 1, responses: 1 })
  expect(await ticketOf(made.id)).toMatchObject({
    ...{ title: 'Otra cosa: la factura', score: null, answers: 0, receivedAt: later, customerSpokeAt: spokeAt },
    ...{ firstContactAt: null, attempts: 1, contacts: 1, touchpointId: 'tou_home', joinKey: null },
  })
  expect(await ticketOf(ticket.id)).toMatchObject({ firstContactAt: monday, attempts: 1, contacts: 1 })
})

test('another touchpoint brings its own team, which the first one goes on helping; further answers join where there is room', async () => {
  const ticket = await stand()
  await addNote(mariana, ticket.id, { text: 'La factura está mal' }, monday)
  const [note] = await db.select().from(schema.messages).where(eq(schema.messages.ticketId, ticket.id))
  const made = await split(mariana, ticket.id, { messages: [note?.id ?? ''], touchpoint: 'invoice' }, later)
  const its = await ticketById(mariana, made.id, later)
  expect(its.ticket).toMatchObject({
    teamId: 'tea_billing',
    assigneeId: null,
    joinKey: `${ticket.customerId}:tou_invoice`,
  })
  expect(its.contributors.map(({ id }) => id)).toEqual(['tea_delivery'])
  expect((await ticketById(stranger, made.id, later)).links[0]?.ticket).toMatchObject({
    id: null,
    number: ticket.number,
  })
})

test('what hangs on another ticket, what was told at resolving, and nothing at all is refused', async () => {
  const [{ ticket }, other] = [await joined(), await joined()]
  const refused = (input: object, path: string) =>
    expect(split(mariana, ticket.id, input, later)).rejects.toMatchObject({ code: 'input.invalid', issues: [{ path }] })
  await refused({}, 'responses')
  await refused({ responses: [other.second] }, 'responses')
  const { message } = await mailed(other.ticket.id)
  await refused({ messages: [message] }, 'messages')
  const told = newId('message')
  await atomically(() => [insertOf.message({ id: told, ticketId: ticket.id, kind: 'letter' })])
  await refused({ messages: [told] }, 'messages')
  await expect(split(stranger, ticket.id, { messages: [told] }, later)).rejects.toMatchObject({
    code: 'ticket.unknown',
  })
  await expect(split(mariana, ticket.id, { messages: [told], version: 9 }, later)).rejects.toMatchObject({
    code: 'ticket.stale',
  })
})

test('two who split the same answer off get one ticket between them', async () => {
  const { ticket, second } = await joined()
  const results = await Promise.allSettled(
    [mariana, ruben].map((who) => split(who, ticket.id, { responses: [second] }, later)),
  )
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await ticketOf(ticket.id)).toMatchObject({ answers: 1 })
})

// A fixed chain of chance: the same every time.
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

test('after random merges and splits over 200 tickets every answer has exactly one ticket, every word is there, every count is true', async () => {
  const roll = dice(7)

  for (let n = 0; n < 20; n++) await stand()
  const people = await db.select({ id: schema.customers.id }).from(schema.customers).orderBy(schema.customers.id)
  const before = { detractors: new Set<string>(), messages: new Set<string>() }
  const ids: string[] = []
  for (let n = 0; n < 200; n++) {
    const ticket = await stand({ customer: { id: people[n % 20]?.id ?? '' }, touchpointId: null, score: roll(7) })
    ids.push(ticket.id)
    before.detractors.add(ticket.responseId ?? '')
    before.messages.add((await mailed(ticket.id, `palabra ${n}`, after(monday, minutes(n)))).message)
  }
  const firstContacts = new Map<string, number>()
  for (const id of ids.filter((_, n) => n % 3 === 0)) {
    await logContact(mariana, id, { channel: 'phone', direction: 'out', outcome: 'spoke' }, later)
    firstContacts.set(id, later.getTime())
  }
  let [merges, splits] = [0, 0]
  for (let n = 0; n < 300; n++) {
    const now = after(later, minutes(n))
    const id = ids[roll(ids.length)] ?? ''
    try {
      if (roll(2) === 0) {
        const row = await ticketOf(id)
        const kin = await db
          .select({ id: schema.tickets.id })
          .from(schema.tickets)
          .where(sql`${schema.tickets.customerId} = ${row?.customerId ?? ''} and ${schema.tickets.open}`)
          .orderBy(schema.tickets.id)
        await merge(lead, id, { into: kin[roll(kin.length)]?.id ?? '' }, now)
        merges++
      } else {
        const answers = await db
          .select()
          .from(schema.responses)
          .where(eq(schema.responses.ticketId, id))
          .orderBy(schema.responses.id)
        const words = await db.select().from(schema.messages).where(eq(schema.messages.ticketId, id))
        const some = <T extends { id: string }>(rows: T[]) => rows.filter(() => roll(2) === 0).map((one) => one.id)
        ids.push((await split(lead, id, { responses: some(answers), messages: some(words) }, now)).id)
        splits++
      }
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  expect(merges).toBeGreaterThan(20)
  expect(splits).toBeGreaterThan(20)
  const answers = await db.select().from(schema.responses)
  const alive = new Map((await db.select().from(schema.tickets)).map((row) => [row.id, row]))
  const ours = answers.filter(({ id }) => before.detractors.has(id))
  expect(ours).toHaveLength(200)
  for (const { ticketId } of ours) expect(alive.get(ticketId ?? '')?.open).toBe(true)
  const words = await db.select().from(schema.messages)
  expect(words.filter(({ id }) => before.messages.has(id)).every(({ ticketId }) => alive.get(ticketId)?.open)).toBe(
    true,
  )
  const attempts = await db.select().from(schema.contactAttempts)
  for (const id of ids) {
    const row = alive.get(id)
    if (!row) throw new Error('a ticket is gone')
    const its = answers.filter(({ ticketId }) => ticketId === id)
    if (row.open) expect([row.id, row.answers]).toEqual([row.id, its.length])
    if (row.open && row.responseId)
      expect(its.some((one) => one.id === row.responseId && one.score === row.score)).toBe(true)
    expect(row.firstContactAt?.getTime()).toBe(firstContacts.get(id))
    if (!row.open) continue
    const tries = attempts.filter(({ ticketId }) => ticketId === id)
    expect(row.contacts).toBe(tries.filter(({ outcome }) => outcome === 'spoke').length)
    expect(row.attempts).toBe(tries.filter(({ direction }) => direction === 'out').length)
    expect(replay(await timeline(id))).toEqual({ status: row.status, version: row.version, faults: [] })
  }
}, 300_000)

test('a resolved ticket gives away words and stays what it is; a discarded one gives nothing', async () => {
  const ticket = await stand()
  const { message } = await mailed(ticket.id)
  await atomically((tx) => [
    tx.update(schema.tickets).set({ status: 'resolved', open: false }).where(eq(schema.tickets.id, ticket.id)),
  ])
  await split(mariana, ticket.id, { messages: [message], title: 'Aparte' }, after(later, days(1)))
  expect(await ticketOf(ticket.id)).toMatchObject({ status: 'resolved', open: false })
  const again = await mailed(ticket.id)
  await atomically((tx) => [
    tx.update(schema.tickets).set({ status: 'discarded' }).where(eq(schema.tickets.id, ticket.id)),
  ])
  const refused = split(mariana, ticket.id, { messages: [again.message] }, later)
  await expect(refused).rejects.toMatchObject({ code: 'ticket.settled' })
})
