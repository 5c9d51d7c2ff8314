import { desc, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db'
import { customers, invitations, responseReasons, responseRevisions, responses, tickets } from '@/db/schema'
import { type Outcome, postSurvey } from '@/lib/doors'
import { after, days, hours } from '@/lib/kit/clock'
import { sealToken } from '@/lib/kit/seal'
import { inviteCustomers } from '@/lib/surveys'
import { longestComment } from '@/lib/surveys/shared'
import { foundWorld, friday, later, type World } from '../support/world'
import { around, everything, form, open, seen, words } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})
beforeEach(() => {
  vi.useFakeTimers({ now: friday, toFake: ['Date'] })
})

type Fields = Record<string, string | string[]>
const post = (fields: Fields, { slug = 'nps', token = null as string | null, at = friday } = {}) =>
  postSurvey({ slug, token, form: form(fields), ...around }, at)
const newest = async () => (await db.select().from(responses).orderBy(desc(responses.id)).limit(1))[0]
let people = 0
async function invited() {
  const email = `ana-${++people}@correo.mx`
  const recipients = [{ email, name: 'Ana Ruiz', language: 'es' as const }]
  await inviteCustomers(
    world.manager,
    { survey: 'nps', touchpoint: 'entrega', recipients },
    async () => new Set(),
    friday,
  )
  const [row] = await db
    .select({ invitation: invitations })
    .from(invitations)
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .where(eq(customers.emailKey, email))
  const id = row?.invitation.id ?? ''
  return {
    id,
    token: sealToken('survey', id),
    invitation: async () => (await db.select().from(invitations).where(eq(invitations.id, id)))[0],
  }
}
const unchanged = async (run: () => Promise<Outcome>) => {
  const before = await everything()
  const outcome = await run()
  expect(await everything()).toBe(before)
  return outcome
}

test('an open link takes score, reasons of its side, kind and words, and its detractor has a ticket', async () => {
  const outcome = await post({
    score: '2',
    touchpoint: 'entrega',
    reason: ['llego-tarde', 'buen-trato'],
    commentType: 'complaint',
    comment: 'Nadie llegó.\r\n\r\n<b>Nadie</b> 😡',
    email: 'luz@correo.mx',
    lang: 'es',
    once: 'a-word-of-twenty-signs',
  })
  const row = await newest()
  expect(row).toMatchObject({
    score: 2,
    comment: 'Nadie llegó.\n\n<b>Nadie</b> 😡',
    commentType: 'complaint',
    channel: 'web',
    language: 'es',
    touchpointId: world.delivery.id,
    contactAllowed: true,
  })
  expect(
    await db
      .select()
      .from(responseReasons)
      .where(eq(responseReasons.responseId, row?.id ?? '')),
  ).toMatchObject([{ causeId: world.late.id }])
  const [ticket] = await db
    .select()
    .from(tickets)
    .where(eq(tickets.id, row?.ticketId ?? ''))
  expect(seen(outcome)).toBe(`/s/nps/thanks?c=${sealToken('change', row?.id ?? '')}&lang=es`)
  const page = await open(seen(outcome))
  expect(words(page.main)).toContain(
    `Gracias Su caso es el ${ticket?.number}. Una persona de Entregas le escribe a más tardar el viernes 20 de noviembre a las 14:00.`,
  )
  expect(page.main).toContain('“Nadie llegó.\n\n&lt;b&gt;Nadie&lt;/b&gt; 😡”')
  expect(page.main).toContain(`/t/${sealToken('case', ticket?.id ?? '')}`)
})

test('the same form twice is one answer; sent again with other words, the last word counts', async () => {
  const fields = { score: '9', comment: 'Bien', lang: 'es', once: 'another-word-of-its-own' }
  const outcomes = await Promise.all([post(fields), post(fields), post(fields)])
  expect(new Set(outcomes.map(seen)).size).toBe(1)
  const row = await newest()
  expect(seen(await post({ ...fields, score: '8', comment: 'Casi' }, { at: later(5) }))).toBe(
    seen(outcomes[0] as Outcome),
  )
  expect(await newest()).toMatchObject({ id: row?.id, score: 8, comment: 'Casi', revision: 2 })
  expect(await db.select().from(responseRevisions)).toMatchObject([{ score: 9, comment: 'Bien' }])
})

test('without an address nobody may write, and the page says so', async () => {
  const outcome = await post({ score: '0', touchpoint: 'entrega', lang: 'en' })
  expect(await newest()).toMatchObject({ contactAllowed: false, customerId: null, language: 'en' })
  expect(words((await open(seen(outcome))).main)).toContain('We cannot reply, because you left no e-mail address.')
})

test('what is wrong is told at its field, everything typed stays, and nothing is stored', async () => {
  const long = 'a'.repeat(longestComment + 1)
  const wrong: [Fields, Record<string, string>][] = [
    [{}, { score: 'score' }],
    [{ score: '11' }, { score: 'score' }],
    [
      { score: '3.5', email: 'ana@' },
      { score: 'score', email: 'email' },
    ],
    [{ score: '3', comment: long }, { comment: 'comment' }],
  ]
  for (const [fields, errors] of wrong) {
    const outcome = await unchanged(() => post({ comment: 'Lo que <i>escribí</i>', lang: 'es', ...fields }))
    expect(outcome).toMatchObject({ again: { errors, status: 422 } })
  }
  const typed = {
    score: 'x',
    comment: '\nLo que <i>"escribí"</i> &amp;',
    email: 'ana@',
    reason: 'llego-tarde',
    commentType: 'complaint',
    lang: 'es',
    touchpoint: 'entrega',
  }
  const page = await open('/s/nps', { held: await post(typed) })
  expect(page.text).toContain('<p class="wrong" id="score-error">Elija un número del 0 al 10.</p>')
  expect(page.text).toContain('<p class="wrong" id="email-error">')
  expect(page.text).toContain('>\n\nLo que &lt;i&gt;&quot;escribí&quot;&lt;/i&gt; &amp;amp;</textarea>')
  expect(page.text).toMatch(/value="ana@"[^>]*aria-invalid="true"/)
  expect(page.text).toMatch(/value="llego-tarde" checked/)
  expect(page.text).toMatch(/value="complaint" checked/)
})

test('a personal link is spent once, whoever comes at the same moment, and says afterwards what was answered', async () => {
  const { token, invitation } = await invited()
  const page = await open(`/s/nps/${token}?score=3`)
  expect(page.main).toMatch(/value="3"[^>]* checked/)
  expect(words(page.main)).toMatch(/Pueden escribirme sobre esto a an•+@correo\.mx/)
  const outcomes = await Promise.all(
    ['3', '4', '5'].map((score) =>
      post({ score, contact: 'yes', lang: 'es' }, { token }).catch((error: unknown) => error),
    ),
  )
  expect(outcomes.filter((one) => (one as object) && 'see' in (one as object))).toHaveLength(1)
  expect(outcomes.filter((one) => 'again' in (one as object))).toMatchObject([
    { again: { status: 409 } },
    { again: { status: 409 } },
  ])
  expect(await invitation()).toMatchObject({ state: 'completed', completedAt: friday })
  const again = await unchanged(() => post({ score: '10' }, { token }))
  const shown = await open(`/s/nps/${token}`, { held: again })
  expect(shown.status).toBe(409)
  expect(words(shown.main)).toMatch(/^Ya tenemos su respuesta La recibimos el viernes 20 de noviembre/)
  expect(shown.main).toContain('/s/nps/change?c=')
  expect((await open(`/s/nps/${token}`)).status).toBe(200)
})

test('without leave nobody writes: the box left empty is a no', async () => {
  const { token } = await invited()
  const outcome = await post({ score: '1', lang: 'es' }, { token })
  expect(await newest()).toMatchObject({ contactAllowed: false })
  expect(words((await open(seen(outcome))).main)).toContain('No le escribiremos, como nos pidió.')
})

test('for a day an answer can be changed by its own word, and not a minute longer', async () => {
  const { token } = await invited()
  const c =
    new URL(seen(await post({ score: '3', contact: 'yes', lang: 'es' }, { token })), 'http://x').searchParams.get(
      'c',
    ) ?? ''
  const change = { c, score: '9', comment: 'Ya llegó', reason: 'buen-trato', lang: 'es' }
  expect(seen(await post(change, { token: 'change', at: after(friday, hours(23)) }))).toContain('changed=1')
  expect(await newest()).toMatchObject({ score: 9, comment: 'Ya llegó', contactAllowed: true })
  const late = await unchanged(() => post(change, { token: 'change', at: after(friday, hours(24)) }))
  expect(late).toMatchObject({ again: { errors: { form: 'over' }, status: 409 } })
  for (const word of ['', 'x'.repeat(52), sealToken('case', 'tic_00000000000000000000000000')])
    expect(await unchanged(() => post({ ...change, c: word }, { token: 'change' }))).toMatchObject({
      again: { status: 404 },
    })
})

test('an unknown word, another survey’s word, a closed survey and a late answer store nothing', async () => {
  const { token } = await invited()
  const answer = { score: '9', lang: 'es' }
  expect(
    await unchanged(() => post(answer, { token: `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}` })),
  ).toMatchObject({ again: { status: 404 } })
  expect(await unchanged(() => post(answer, { token, slug: 'recuperacion' }))).toMatchObject({ again: { status: 404 } })
  expect(await unchanged(() => post(answer, { slug: 'nada' }))).toMatchObject({ again: { status: 404 } })
  expect(await unchanged(() => post(answer, { slug: 'cerrada' }))).toMatchObject({ again: { status: 422 } })
  expect(await unchanged(() => post(answer, { slug: 'recuperacion' }))).toMatchObject({ again: {} })
  expect(await unchanged(() => post(answer, { token, at: after(friday, days(90)) }))).toMatchObject({
    again: { status: 410 },
  })
})

test('a program that fills in every field is thanked and forgotten', async () => {
  expect(seen(await unchanged(() => post({ score: '0', website: 'http://x', comment: 'buy' })))).toBe('/s/nps/thanks')
  expect(words((await open('/s/nps/thanks')).main)).toBe('Gracias Leemos cada respuesta.')
})

test('the first gesture on a personal page is told once, and an open link tells nothing', async () => {
  const { token, invitation } = await invited()
  expect(seen(await post({ intent: 'started' }, { token, at: later(2) }))).toBe(`/s/nps/${token}`)
  await post({ intent: 'started' }, { token, at: later(9) })
  expect(await invitation()).toMatchObject({ state: 'started', openedAt: later(2), startedAt: later(2) })
  await unchanged(() => post({ intent: 'started' }))
  await post({ score: '7', lang: 'es' }, { token, at: later(10) })
  expect(await invitation()).toMatchObject({ state: 'completed', startedAt: later(2) })
})
