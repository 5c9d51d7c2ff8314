import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import * as schema from '@/db/schema'
import { timeline } from '@/lib/events'
import { after, days } from '@/lib/kit/clock'
import {
  activityCsv,
  addGesture,
  addNote,
  addTask,
  approveGesture,
  askTeam,
  assign,
  assignToMe,
  changeTask,
  createTicket,
  dismissTeam,
  isAssignable,
  markRead,
  markUnread,
  nextAssignee,
  patchTicket,
  removeTask,
  replay,
  snooze,
  takeNext,
  ticketById,
  unwatch,
  watch,
  withdrawGesture,
} from '@/lib/tickets'
import { mentionsIn, partsOf } from '@/lib/tickets/shared'
import { ticketOf } from './moving'
import { foundWorld, lead, manager, mariana, monday, ruben, stand, stranger, viewer } from './world'

beforeAll(async () => {
  await foundWorld()
  await atomically((tx) => [tx.update(schema.organization).set({ gestureLimit: 50_000 })])
})

const page = (id: string, who = mariana) => ticketById(who, id, monday)
const away = (id: string, until: Date | null) =>
  atomically((tx) => [tx.update(schema.users).set({ absentUntil: until }).where(eq(schema.users.id, id))])
const back = after(monday, days(5))

test('a task has a doer who sees the ticket and a last day of the team’s calendar, is ticked, unticked and taken away', async () => {
  const [{ id }, other] = [await stand(), await stand()]
  const { task } = await addTask(
    mariana,
    id,
    { text: 'Llamar', assignee: 'ruben@casa-lua.mx', due: '2026-11-20' },
    monday,
  )
  expect((await page(id)).tasks).toMatchObject([
    { id: task, text: 'Llamar', assignee: 'ruben', doneAt: null, dueAt: new Date('2026-11-21T05:59:59.999Z') },
  ])
  await changeTask(ruben, id, { task, done: true }, monday)
  expect((await page(id)).tasks).toMatchObject([{ doneAt: monday, doneByName: 'ruben', text: 'Llamar' }])
  await changeTask(ruben, id, { task, done: false, text: 'Escribir', assignee: null, due: null }, monday)
  expect((await page(id)).tasks).toMatchObject([{ doneAt: null, text: 'Escribir', assignee: null, dueAt: null }])
  await expect(addTask(mariana, id, { text: 'x', assignee: stranger.id }, monday)).rejects.toMatchObject({
    code: 'ticket.notMember',
  })
  await expect(changeTask(mariana, other.id, { task, done: true }, monday)).rejects.toMatchObject({
    code: 'task.unknown',
  })
  await expect(removeTask(stranger, id, { task }, monday)).rejects.toMatchObject({ code: 'ticket.unknown' })
  await removeTask(mariana, id, { task }, monday)
  expect((await page(id)).tasks).toEqual([])
  expect((await timeline(id)).map(({ kind }) => kind.slice(7))).toEqual([
    ...['opened', 'task_added', 'task_done', 'task_changed', 'task_removed'],
  ])
  expect(replay(await timeline(id)).faults).toEqual([])
})

test('a gesture within the limit stands at once; a dearer one and one in another currency wait for a lead, a lead’s own does not', async () => {
  const { id } = await stand()
  const small = await addGesture(mariana, id, { type: 'discount', cost: '500.00' }, monday)
  const dear = await addGesture(mariana, id, { type: 'refund', cost: '500.01', note: 'Dos piezas' }, monday)
  const foreign = await addGesture(mariana, id, { type: 'gift', cost: '5', currency: 'USD' }, monday)
  const free = await addGesture(mariana, id, { type: 'apology' }, monday)
  const own = await addGesture(lead, id, { type: 'refund', cost: '9000' }, monday)
  expect([small, dear, foreign, free, own].map(({ approved }) => approved)).toEqual([true, false, false, true, true])
  expect((await page(id)).gestures.map(({ cost, currency, state }) => [cost, currency, state])).toEqual([
    [50_000, 'MXN', 'stands'],
    [50_001, 'MXN', 'waiting'],
    [500, 'USD', 'waiting'],
    [0, 'MXN', 'stands'],
    [900_000, 'MXN', 'stands'],
  ])
  await expect(approveGesture(mariana, id, dear, monday)).rejects.toMatchObject({ code: 'identity.forbidden' })
  await approveGesture(lead, id, dear, monday)
  await expect(approveGesture(lead, id, dear, monday)).rejects.toMatchObject({ code: 'gesture.stale' })
  expect((await page(id)).gestures[1]).toMatchObject({ state: 'stands', approver: 'lead', author: 'mariana' })
  const other = await stand()
  await expect(approveGesture(lead, other.id, foreign, monday)).rejects.toMatchObject({ code: 'gesture.unknown' })
})

test('who wrote a gesture down takes it back, others only as leads; once', async () => {
  const { id } = await stand()
  const [mine, theirs] = [
    await addGesture(mariana, id, { type: 'gift', cost: '10' }, monday),
    await addGesture(ruben, id, { type: 'gift', cost: '10' }, monday),
  ]
  await withdrawGesture(mariana, id, mine, monday)
  await expect(withdrawGesture(mariana, id, mine, monday)).rejects.toMatchObject({ code: 'gesture.stale' })
  await expect(withdrawGesture(mariana, id, theirs, monday)).rejects.toMatchObject({ code: 'identity.forbidden' })
  await withdrawGesture(lead, id, theirs, monday)
  expect((await page(id)).gestures.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  for (const cost of ['-5', '1e3', '0.001', 'mucho'])
    await expect(addGesture(mariana, id, { type: 'gift', cost }, monday)).rejects.toMatchObject({
      code: 'input.invalid',
      issues: [{ path: 'cost' }],
    })
})

test('a team that is asked sees the ticket and may have it; dismissed, neither, and what it had is nobody’s', async () => {
  const { id } = await stand()
  await askTeam(mariana, id, { team: 'billing' }, monday)
  await askTeam(mariana, id, { team: 'billing' }, monday)
  expect((await page(id, stranger)).contributors.map(({ slug }) => slug)).toEqual(['billing'])
  await assignToMe(stranger, id, {}, monday)
  await dismissTeam(mariana, id, { team: 'billing' }, monday)
  await expect(page(id, stranger)).rejects.toMatchObject({ code: 'ticket.unknown' })
  expect(await ticketOf(id)).toMatchObject({ assigneeId: null, status: 'new' })
  await expect(askTeam(mariana, id, { team: 'nowhere' }, monday)).rejects.toMatchObject({ issues: [{ path: 'team' }] })
})

test('a note means people by name and id; whoever may not see the ticket is refused at the field', async () => {
  const text = `@[Rubén](${ruben.id}) y @[Gerente](${manager.id}): vean @[Rubén](${ruben.id})`
  expect(mentionsIn(text)).toEqual([ruben.id, manager.id])
  expect(partsOf(`Hola @[Rubén](${ruben.id}).`)).toEqual([
    { text: 'Hola ' },
    { id: ruben.id, name: 'Rubén' },
    { text: '.' },
  ])
  expect(mentionsIn('[x](usr_a) @[x](tea_a) @[](usr_a) @[a\nb](usr_a)')).toEqual([])
  const { id } = await stand()
  await addNote(mariana, id, { text }, monday)
  expect((await timeline(id)).at(-1)?.payload).toMatchObject({ mentions: [ruben.id, manager.id] })
  for (const who of [stranger.id, viewer.id, 'usr_nobody'])
    await expect(addNote(mariana, id, { text: `@[X](${who})` }, monday)).rejects.toMatchObject({
      code: 'ticket.mention',
      issues: [{ path: 'text' }],
    })
  expect((await page(id)).messages).toHaveLength(1)
})

test('read marks and watching are a person’s own and change nothing of the ticket', async () => {
  const { id } = await stand()
  await markRead(mariana, id, monday)
  await markUnread(mariana, id, monday)
  await markRead(ruben, id, monday)
  const marks = await db.select().from(schema.ticketReads).where(eq(schema.ticketReads.ticketId, id))
  expect(marks.map(({ userId, unread }) => [userId, unread]).sort()).toEqual([
    [mariana.id, true],
    [ruben.id, false],
  ])
  await watch(ruben, id, monday)
  await watch(ruben, id, monday)
  expect((await page(id, ruben)).watching).toBe(true)
  expect((await page(id)).watching).toBe(false)
  await unwatch(ruben, id, monday)
  expect((await page(id)).watchers).toEqual([])
  expect((await ticketOf(id))?.version).toBe(1)
  await expect(markRead(stranger, id, monday)).rejects.toMatchObject({ code: 'ticket.unknown' })
  await expect(watch({ kind: 'key', id: 'key_x', scopes: ['admin'] }, id, monday)).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
})

test('nobody who is away is given a ticket, by hand, by rule or in turn, unless somebody means it', async () => {
  const { id } = await stand()
  await away(ruben.id, back)
  const refused = { code: 'ticket.away', facts: { user: ruben.id, until: back }, issues: [{ path: 'assignee' }] }
  await expect(assign(lead, id, { assignee: ruben.id }, monday)).rejects.toMatchObject(refused)
  await expect(patchTicket(lead, id, { assignee: ruben.id }, monday)).rejects.toMatchObject(refused)
  const made = { title: 'x', team: 'delivery', assignee: ruben.id }
  await expect(createTicket(lead, made, monday)).rejects.toMatchObject(refused)
  expect(await isAssignable(ruben.id, 'tea_delivery', monday)).toBe(false)
  expect(await isAssignable(ruben.id, 'tea_delivery', back)).toBe(true)
  expect((await nextAssignee('round_robin', 'tea_delivery', monday)).id).not.toBe(ruben.id)
  expect((await page(id)).choices.people.find((one) => one.id === ruben.id)).toMatchObject({
    absent: true,
    absentUntil: back,
  })
  await assign(lead, id, { assignee: ruben.id, anyway: true }, monday)
  expect((await ticketOf(id))?.assigneeId).toBe(ruben.id)
  await assign(lead, id, { assignee: null }, monday)
  await assignToMe(ruben, id, {}, monday)
  await away(ruben.id, null)
})

test('the next one to take is one’s own team’s, awake and nobody’s; of forty who ask at once each gets another', async () => {
  await atomically((tx) => [tx.update(schema.tickets).set({ assigneeId: lead.id })])
  const slept = await stand({ at: after(monday, -days(3)) })
  await snooze(lead, slept.id, { until: back }, monday)
  await stand({ teamId: 'tea_billing', at: after(monday, -days(2)) })
  const first = await stand({ at: after(monday, -days(1)) })
  expect(await takeNext(mariana, {}, monday)).toMatchObject({ id: first.id })
  expect(await takeNext(manager, {}, monday)).toBeNull()
  expect(await takeNext(mariana, { team: 'tea_billing' }, monday)).toBeNull()
  for (let n = 0; n < 40; n++) await stand()
  const taken = await Promise.all(Array.from({ length: 40 }, (_, n) => takeNext(n % 2 ? mariana : ruben, {}, monday)))
  expect(new Set(taken.map((one) => one?.id)).size).toBe(40)
  expect(await takeNext(mariana, {}, monday)).toBeNull()
})

test('the history is a CSV with names for people and teams, and no cell that a spreadsheet would run', async () => {
  const { id } = await stand()
  await assign(lead, id, { assignee: mariana.id }, monday)
  await askTeam(mariana, id, { team: 'billing' }, monday)
  await atomically((tx) => [tx.update(schema.users).set({ name: '=cmd()' }).where(eq(schema.users.id, lead.id))])
  const lines = (await activityCsv(mariana, id)).split('\r\n')
  expect(lines[0]).toBe('time,who,what,from,to,details')
  expect(lines[2]).toContain("2026-11-16T16:00:00.000Z,'=cmd(),ticket.assigned")
  expect(lines[3]).toContain(',mariana,ticket.team_asked,,billing')
  expect(lines).toHaveLength(5)
  await expect(activityCsv(stranger, (await stand()).id)).rejects.toMatchObject({ code: 'ticket.unknown' })
})
