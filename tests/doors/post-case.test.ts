import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db'
import { customers, invitations, messages, tickets } from '@/db/schema'
import { postCase, postSurvey, postUnsubscribe } from '@/lib/doors'
import { resolve } from '@/lib/followups'
import { after, days, hours } from '@/lib/kit/clock'
import { sealToken } from '@/lib/kit/seal'
import { runDue } from '@/lib/worker'
import { solution, spoken, ticketBy, ticketOf } from '../followups/world'
import { foundWorld, friday, later, type World } from '../support/world'
import { around, everything, form, open, seen, words } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})
beforeEach(() => {
  vi.useFakeTimers({ now: friday, toFake: ['Date'] })
})

const say = (token: string, fields: Record<string, string>, at = later(5)) =>
  postCase({ token, form: form(fields), ...around }, at)
const answer = (slug: string, token: string, fields: Record<string, string>, at: Date) =>
  postSurvey({ slug, token, form: form(fields), ...around }, at)

async function askedAgain() {
  const ticket = await ticketOf(friday)
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, later(60))
  const monday = new Date('2026-11-23T16:00:00Z')
  await runDue(monday)
  await runDue(monday)
  const [invitation] = await db.select().from(invitations).where(eq(invitations.ticketId, ticket.id))
  return { ticket, monday, token: sealToken('survey', invitation?.id ?? ''), caseToken: sealToken('case', ticket.id) }
}

test('what a customer writes on their page is in the conversation, and the page says that it arrived', async () => {
  const ticket = await ticketOf(friday)
  const token = sealToken('case', ticket.id)
  const outcome = await say(token, { intent: 'message', text: ' ¿Cuándo?\r\n<i>Gracias</i> ', lang: 'es' })
  expect(seen(outcome)).toBe(`/t/${token}?said=sent&lang=es`)
  const [message] = await db.select().from(messages).where(eq(messages.ticketId, ticket.id))
  expect(message).toMatchObject({ text: '¿Cuándo?\n<i>Gracias</i>', authorKind: 'customer', visible: true })
  const page = await open(seen(outcome))
  expect(words(page.main)).toContain('Su mensaje llegó.')
  expect(page.main).toContain('<p>¿Cuándo?\n&lt;i&gt;Gracias&lt;/i&gt;</p>')
})

test('an empty message, a word that is not ours and a flood store nothing and keep what was typed', async () => {
  const ticket = await ticketOf(friday)
  const token = sealToken('case', ticket.id)
  const before = await everything()
  const empty = await say(token, { intent: 'message', text: '   ', lang: 'es' })
  expect(empty).toMatchObject({ again: { errors: { text: 'message' }, status: 422 } })
  expect((await open(`/t/${token}`, { held: empty })).main).toContain('Escriba su mensaje antes de enviarlo.')
  expect(await say('x'.repeat(52), { intent: 'message', text: 'hola' })).toMatchObject({ again: { status: 404 } })
  expect(await everything()).toBe(before)
  for (let n = 0; n < 30; n++) await say(token, { intent: 'message', text: `hola ${n}` })
  const flood = await say(token, { intent: 'message', text: 'y otra' })
  expect(flood).toMatchObject({ again: { errors: { text: 'often' }, status: 429 } })
  expect((await open(`/t/${token}`, { held: flood })).main).toContain('\ny otra</textarea>')
})

test('a resolved case offers both answers: yes leads to the survey, not yet opens it again at once', async () => {
  const { ticket, token, caseToken } = await askedAgain()
  const page = await open(`/t/${caseToken}`)
  expect(page.main).toContain(`/s/recuperacion/${token}?solved=yes&amp;lang=es`)
  expect(page.main).toContain(solution.summary)
  expect(page.main).toMatch(/data-s="now" aria-current="step"><span class="lb">¿Quedó resuelto\?/)
  const outcome = await say(caseToken, { intent: 'reopen', lang: 'es' }, later(90))
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'in_progress', reopens: 1 })
  expect(words((await open(seen(outcome))).main)).toContain('Su caso está abierto de nuevo; cuéntenos abajo qué falta.')
  const survey = await open(`/s/recuperacion/${token}`)
  expect(words(survey.main)).toContain('Esta pregunta quedó sin efecto')
})

test('a recovery survey asks first whether it was solved, then the same question in the same words', async () => {
  const { token } = await askedAgain()
  const page = await open(`/s/recuperacion/${token}?solved=yes`)
  const first = await open('/s/nps')
  const question = /<h1>([^<]*recomendar[^<]*)<\/h1>/i.exec(first.main)?.[1] ?? 'none'
  expect(page.main).toMatch(/<h1>¿Quedó resuelto\?<\/h1>[\s\S]*value="yes" checked/)
  expect(page.main).toContain(`<h2 class="q">${question}</h2>`)
  expect(page.main).not.toMatch(/name="contact"|name="commentType"|name="reason"/)
})

test('its answer gives the verdict: a promoter closes the case, and the page says so', async () => {
  const { ticket, monday, token } = await askedAgain()
  const at = after(monday, hours(1))
  const missing = await answer('recuperacion', token, { score: '9', lang: 'es' }, at)
  expect(missing).toMatchObject({ again: { errors: { solved: 'solved' } } })
  expect((await open(`/s/recuperacion/${token}`, { held: missing })).main).toMatch(
    /id="solved-error"[\s\S]*value="9"[^>]*checked/,
  )
  const outcome = await answer(
    'recuperacion',
    token,
    { score: '9', solved: 'yes', comment: 'Muy bien', lang: 'es' },
    at,
  )
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'closed', outcome: 'recovered_promoter', verdictScore: 9 })
  const page = await open(seen(outcome))
  expect(words(page.main)).toMatch(/Gracias Qué bueno que quedó resuelto\. Su caso queda cerrado\./)
  expect(page.main).not.toContain('/change?')
  expect(await answer('recuperacion', token, { score: '2', solved: 'no' }, at)).toMatchObject({
    again: { status: 409 },
  })
})

test('not solved opens it again, whatever the score, and the page says so', async () => {
  const { ticket, monday, token } = await askedAgain()
  const outcome = await answer('recuperacion', token, { score: '9', solved: 'no', lang: 'en' }, monday)
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'in_progress', rounds: 1 })
  expect(words((await open(seen(outcome))).main)).toContain('Your case is open again')
})

test('one click stops the surveys as often as it comes, without a redirect; a person may undo it', async () => {
  const ticket = await ticketOf(friday)
  const token = sealToken('unsubscribe', ticket.customerId ?? '')
  const post = (fields: Record<string, string>, at = friday) =>
    postUnsubscribe({ token, form: form(fields), ...around }, at)
  const optedOut = async () =>
    (
      await db
        .select()
        .from(customers)
        .where(eq(customers.id, ticket.customerId ?? ''))
    )[0]?.optedOutAt ?? null
  for (const at of [friday, later(1)])
    expect(await post({ 'List-Unsubscribe': 'One-Click' }, at)).toEqual({ plain: { status: 200, text: 'OK' } })
  expect(await optedOut()).toEqual(friday)
  expect(words((await open(`/u/${token}`)).main)).toContain('No le enviaremos más encuestas.')
  expect(seen(await post({ intent: 'undo', lang: 'es' }, later(2)))).toBe(`/u/${token}?lang=es&undone=1`)
  expect(await optedOut()).toBeNull()
  expect(seen(await post({ intent: 'stop', lang: 'es' }, later(3)))).toBe(`/u/${token}?lang=es`)
  expect(await optedOut()).toEqual(later(3))
  expect((await db.select().from(tickets).where(eq(tickets.id, ticket.id)))[0]?.open).toBe(true)
})

test('the page of a closed case ends after thirty days, and says nothing of it then', async () => {
  const { monday, token, caseToken } = await askedAgain()
  await answer('recuperacion', token, { score: '10', solved: 'yes' }, monday)
  const open30 = await open(`/t/${caseToken}`)
  expect(words(open30.text)).toContain('Este enlace es solo suyo y vence el miércoles 23 de diciembre.')
  vi.setSystemTime(after(monday, days(30) + 1))
  const ended = await open(`/t/${caseToken}`)
  expect([ended.status, words(ended.main)]).toEqual([404, words((await open('/t/nada')).main)])
})
