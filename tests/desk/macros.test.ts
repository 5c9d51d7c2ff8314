import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { customers, events, macros, messages, ticketTags, users } from '@/db/schema'
import { type MacroDeeds, macroById, macrosFor, previewMacro, retireMacro, runMacro, saveMacro } from '@/lib/desk'
import { MacroInput, piecesOf, resolveText } from '@/lib/desk/shared'
import type { UserActor } from '@/lib/identity/shared'
import { lettersTo, ticketBy, ticketOf } from '../followups/world'
import { foundWorld, friday, later, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const make = async (actor: UserActor, name: string, deeds: MacroDeeds, over: Partial<MacroInput> = {}) =>
  (await saveMacro(actor, MacroInput.parse({ name, deeds, ...over }), friday)).id

const greeting = {
  reply: {
    texts: {
      es: 'Hola {{ cliente.nombre }}: su caso {{caso.numero}} lo lleva {{agent.first_name}}.',
      en: 'Hello {{customer.first_name}}, {{agent.first_name}} has your case.',
    },
    way: 'wait' as const,
  },
}

test('variables are found by their names in both languages, with or without accents; what has no value is told', () => {
  const values = { 'customer.first_name': 'Ana', 'ticket.number': '1042' }
  expect(resolveText('{{Cliente.Nombre}} · {{ticket.number}} · {{caso.número}}', values)).toEqual({
    text: 'Ana · 1042 · 1042',
    unresolved: [],
  })
  expect(resolveText('{{customer.name}} {{nada}}', values)).toEqual({
    text: '{{customer.name}} {{nada}}',
    unresolved: ['customer.name', 'nada'],
  })
  expect(resolveText('{{customer.name|estimada clienta}}', values).text).toBe('estimada clienta')
  expect(piecesOf('Hola {{cliente.nombre}}.')).toEqual([
    { text: 'Hola ' },
    { variable: 'cliente.nombre', known: 'customer.first_name' },
    { text: '.' },
  ])
})

test('a macro is shown before it is used: words filled, effects in order, whom it writes to', async () => {
  const ticket = await ticketOf(friday)
  const id = await make(world.agent, 'Cita', {
    ...greeting,
    assignee: 'me',
    priority: 'urgent',
    tags: { add: ['Cita Nueva'], remove: ['nada'] },
    note: { texts: { es: 'Llamar a {{customer.name}}' } },
  })
  const look = await previewMacro(world.agent, id, ticket.id, friday)
  expect(look.text).toBe(`Hola Ana: su caso ${ticket.number} lo lleva Mariana.`)
  expect(look.effects.map(({ kind, value, name, changes }) => [kind, name ?? value, changes])).toEqual([
    ['assignee', 'Mariana Ortega', true],
    ['priority', 'urgent', true],
    ['tagsAdd', 'cita-nueva', true],
    ['tagsRemove', 'nada', false],
    ['note', null, true],
    ['wait', null, true],
  ])
  expect(look).toMatchObject({ unresolved: [], mails: true, blocked: null, suppressed: null })
  expect(look.to?.address).toMatch(/@correo.mx$/)
  expect((await ticketBy(ticket.id)).version).toBe(ticket.version)
})

test('a macro does all that it says in one list, and counts', async () => {
  const ticket = await ticketOf(friday)
  const id = await make(world.agent, 'Todo', {
    ...greeting,
    assignee: 'me',
    rootCause: 'llego-tarde',
    tags: { add: ['cita'], remove: [] },
    note: { texts: { es: 'Llamar a {{customer.name}}' } },
  })
  const done = await runMacro(world.agent, id, ticket.id, { version: ticket.version }, friday)
  const after = await ticketBy(ticket.id)
  expect(after).toMatchObject({ assigneeId: world.agent.id, status: 'waiting_customer', rootCauseId: world.late.id })
  expect(done.version).toBe(after.version)
  const said = await db.select().from(messages).where(eq(messages.ticketId, ticket.id))
  expect(said.map(({ kind, text }) => [kind, text]).sort()).toEqual([
    ['note', 'Llamar a Ana Lucía Ruiz Peña'],
    ['reply', `Hola Ana: su caso ${ticket.number} lo lleva Mariana.`],
  ])
  expect((await lettersTo(ticket.id)).filter(({ kind }) => kind === 'reply').length).toBe(1)
  expect(await db.select().from(ticketTags).where(eq(ticketTags.ticketId, ticket.id))).toMatchObject([{ tag: 'cita' }])
  expect((await macroById(world.agent, id)).uses).toBe(1)
})

test('the language is the ticket’s, whoever answers', async () => {
  const ticket = await ticketOf(friday, { language: 'en' })
  const id = await make(world.agent, 'Idioma', greeting)
  expect((await previewMacro(world.agent, id, ticket.id, friday)).text).toBe('Hello Ana, Mariana has your case.')
  const german = await ticketOf(friday, { language: 'de' })
  expect((await previewMacro(world.agent, id, german.id, friday)).text).toMatch(/^Hola Ana/)
})

test('a variable without a value blocks: nothing of the macro is done', async () => {
  const ticket = await ticketOf(friday)
  await atomically((tx) => [
    tx
      .update(customers)
      .set({ name: null })
      .where(eq(customers.id, ticket.customerId ?? '')),
  ])
  const id = await make(world.agent, 'Nombre', { ...greeting, priority: 'urgent' })
  const look = await previewMacro(world.agent, id, ticket.id, friday)
  expect(look).toMatchObject({
    unresolved: ['customer.first_name'],
    blocked: { code: 'macro.unresolved', field: 'text' },
  })
  await expect(runMacro(world.agent, id, ticket.id, {}, friday)).rejects.toMatchObject({ code: 'macro.unresolved' })
  expect((await ticketBy(ticket.id)).version).toBe(ticket.version)
  // What the person wrote over it goes.
  await runMacro(world.agent, id, ticket.id, { text: 'Buen día, con gusto le ayudamos.' }, friday)
  expect((await ticketBy(ticket.id)).priority).toBe('urgent')
})

test('one deed that is refused takes the whole macro along, and names the field that blocks', async () => {
  const ticket = await ticketOf(friday, { contactAllowed: false })
  const id = await make(world.agent, 'Sin permiso', { ...greeting, priority: 'urgent' })
  const look = await previewMacro(world.agent, id, ticket.id, friday)
  expect(look.blocked?.code).toBe('contact.declined')
  await expect(runMacro(world.agent, id, ticket.id, {}, friday)).rejects.toMatchObject({ code: 'contact.declined' })
  expect(await ticketBy(ticket.id)).toMatchObject({ version: ticket.version, priority: ticket.priority })
  const ends = await make(world.agent, 'Cierra', {
    reply: { texts: { es: 'Listo.' }, way: 'resolve' },
    rootCause: 'llego-tarde',
    action: { texts: { es: 'Se entregó' } },
  })
  const other = await ticketOf(friday)
  expect((await previewMacro(world.agent, ends, other.id, friday)).blocked).toMatchObject({
    code: 'ticket.incomplete',
    field: 'contact',
  })
})

test('a macro on a ticket that somebody changed meanwhile does nothing', async () => {
  const ticket = await ticketOf(friday)
  const id = await make(world.agent, 'Urge', { priority: 'urgent' })
  await runMacro(world.agent, id, ticket.id, { version: ticket.version }, friday)
  const again = runMacro(world.agent, id, ticket.id, { version: ticket.version }, later(1))
  await expect(again).rejects.toMatchObject({ code: 'ticket.stale' })
})

test('a macro that only writes hands its words to the composer and does the rest', async () => {
  const ticket = await ticketOf(friday)
  const id = await make(world.agent, 'Redacta', { reply: { ...greeting.reply, way: 'write' }, snoozeHours: 24 })
  const done = await runMacro(world.agent, id, ticket.id, {}, friday)
  expect(done.text).toMatch(/^Hola Ana/)
  const after = await ticketBy(ticket.id)
  expect(after.snoozedUntil).toEqual(later(24 * 60))
  expect((await lettersTo(ticket.id)).some(({ kind }) => kind === 'reply')).toBe(false)
})

test('own macros are one’s own, a team’s its leads make, everybody’s managers make; others do not see them', async () => {
  const own = await make(world.agent, 'Mía propia', { priority: 'low' })
  const team = await make(world.lead, 'Del equipo', { priority: 'low' }, { sharing: 'team', team: 'entregas' })
  const all = await make(world.manager, 'Para todos', { priority: 'low' }, { sharing: 'all' })
  const seenBy = async (actor: UserActor) => (await macrosFor(actor)).map(({ id }) => id)
  expect(await seenBy(world.agent)).toEqual(expect.arrayContaining([own, team, all]))
  expect(await seenBy(world.lead)).not.toContain(own)
  expect(await seenBy(world.other)).toContain(all)
  expect(await seenBy(world.other)).not.toContain(team)
  const spread = saveMacro(
    world.agent,
    MacroInput.parse({ name: 'x', deeds: { priority: 'low' }, sharing: 'team', team: 'entregas' }),
    friday,
  )
  await expect(spread).rejects.toMatchObject({ code: 'identity.forbidden' })
  await expect(make(world.lead, 'x', { priority: 'low' }, { sharing: 'all' })).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
  await expect(retireMacro(world.agent, team, friday)).rejects.toMatchObject({ code: 'identity.forbidden' })
  await expect(macroById(world.other, team)).rejects.toMatchObject({ code: 'macro.unknown' })
  await expect(previewMacro(world.other, own, (await ticketOf(friday)).id, friday)).rejects.toMatchObject({
    code: 'macro.unknown',
  })
  await expect(macrosFor(world.viewer)).rejects.toMatchObject({ code: 'identity.forbidden' })
  await retireMacro(world.lead, team, friday)
  expect(await seenBy(world.agent)).not.toContain(team)
})

test('macros are found without accents, the most used first', async () => {
  const id = await make(world.agent, 'Devolución rápida', { priority: 'low' }, { names: { en: 'Quick refund' } })
  expect((await macrosFor(world.agent, { find: 'DEVOLUCION rap' })).map((one) => one.id)).toEqual([id])
  expect((await macrosFor(world.agent, { find: 'refund' })).map((one) => one.id)).toEqual([id])
  const all = await macrosFor(world.agent)
  expect(all.map(({ uses }) => uses)).toEqual(all.map(({ uses }) => uses).sort((a, b) => b - a))
})

test('a macro that means nothing is refused where it is wrong', async () => {
  const wrong = { code: 'input.invalid' }
  const paths = (deeds: MacroDeeds) =>
    make(world.agent, 'x', deeds).then(
      () => [],
      (error: { issues: { path: string }[] }) => error.issues.map(({ path }) => path),
    )
  await expect(make(world.agent, 'x', {})).rejects.toMatchObject(wrong)
  expect(await paths({ reply: { texts: { es: 'Hola {{quien.sabe}}' }, way: 'send' } })).toEqual(['reply.es'])
  expect(await paths({ team: 'no-hay', rootCause: 'no-hay', assignee: world.viewer.id })).toEqual([
    'team',
    'assignee',
    'rootCause',
  ])
  expect(await paths({ status: { to: 'discarded' } })).toEqual(['reason'])
  expect(await paths({ ...greeting, status: { to: 'in_progress' } })).toEqual(['status'])
})

test('two who change one macro: the second is told', async () => {
  const id = await make(world.manager, 'Común', { priority: 'low' }, { sharing: 'all' })
  const save = (version: number) =>
    saveMacro(
      world.manager,
      MacroInput.parse({ id, name: 'Común 2', deeds: { priority: 'high' }, sharing: 'all', version }),
      friday,
    )
  await save(1)
  await expect(save(1)).rejects.toMatchObject({ code: 'macro.stale' })
})

test('facts and macros hold no word of a customer', async () => {
  const rows = await db.select({ payload: events.payload }).from(events)
  expect(JSON.stringify(rows)).not.toMatch(/Ana Lucía|Mariana has your case|Llamar a/)
  expect(JSON.stringify(await db.select().from(macros))).not.toContain('Ruiz')
  expect(await db.$count(users)).toBeGreaterThan(0)
})
