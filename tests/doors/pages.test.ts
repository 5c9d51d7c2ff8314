import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET as surveyPage } from '@/app/(public)/s/[survey]/[[...token]]/route'
import { atomically, db } from '@/db'
import { customers, invitations, touchpoints } from '@/db/schema'
import { postSurvey } from '@/lib/doors'
import { sealToken } from '@/lib/kit/seal'
import { receive } from '@/lib/loop'
import { closeSurvey, createSurvey, inviteCustomers } from '@/lib/surveys'
import { ResponseInput } from '@/lib/surveys/shared'
import { detractor, foundWorld, friday, type World } from '../support/world'
import { around, everything, form, open, words } from './world'

let world: World
let links: string[]
beforeAll(async () => {
  world = await foundWorld()
  await inviteCustomers(
    world.manager,
    { survey: 'nps', touchpoint: 'entrega', recipients: [{ email: 'ana@correo.mx', name: 'Ana', language: 'es' }] },
    async () => new Set(),
    friday,
  )
  const [invitation] = await db.select().from(invitations)
  const [customer] = await db.select().from(customers).where(eq(customers.emailKey, 'ana@correo.mx'))
  const { ticket, id } = await receive({ kind: 'key', keyId: 'k' }, ResponseInput.parse(detractor()), friday)
  await createSurvey(world.manager, { slug: 'borrador', name: 'Borrador', kind: 'relational' }, friday)
  await createSurvey(world.manager, { slug: 'pasada', name: 'Pasada', kind: 'relational' }, friday, 'live')
  await closeSurvey(world.manager, 'pasada', friday)
  const personal = `/s/nps/${sealToken('survey', invitation?.id ?? '')}`
  const scores = Array.from({ length: 11 }, (_, score) => `${personal}?score=${score}`)
  const answered = sealToken('change', id)
  links = [
    '/s/nps',
    '/s/nps?touchpoint=entrega&lang=en',
    personal,
    ...scores,
    `/s/nps/thanks?c=${answered}`,
    `/s/nps/change?c=${answered}`,
    '/s/borrador',
    '/s/pasada',
    `/t/${sealToken('case', ticket?.id ?? '')}`,
    `/u/${sealToken('unsubscribe', customer?.id ?? '')}`,
  ]
})
beforeEach(() => {
  vi.useFakeTimers({ now: friday, toFake: ['Date'] })
})

test('whoever only looks, a person or a scanner that opens every link, changes nothing at all', async () => {
  const before = await everything()
  for (const link of links) expect((await open(link)).status, link).toBe(200)
  await Promise.all(links.map((link) => open(link)))
  expect(await everything()).toBe(before)
})

test('every page is whole in one answer: its own words, no script but a small one, at most fifty kilobytes', async () => {
  for (const link of links) {
    const { text } = await open(link)
    expect(Buffer.byteLength(text), link).toBeLessThan(50_000)
    expect(text, link).toMatch(/^<!doctype html>\s*<html lang="(es|en)">/)
    expect(text.match(/<script[^>]*>/g), link).toEqual(['<script nonce="n0nce">'])
    expect(/<script[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1]?.length, link).toBeLessThan(3_000)
    expect(text.match(/<h1/g), link).toHaveLength(1)
    expect(text, link).toContain('<meta name="robots" content="noindex">')
    expect(text, link).not.toMatch(/(src|href)="https?:|<img|onclick|javascript:/)
  }
})

test('a form works without any script: a post to its own address, every number a labelled radio button', async () => {
  const { main } = await open('/s/nps?touchpoint=entrega')
  expect(main).toMatch(/<form method="post" novalidate/)
  expect(main).not.toContain('action=')
  for (let score = 0; score <= 10; score++)
    expect(main).toMatch(
      new RegExp(`<input type="radio" name="score" value="${score}"[^>]* aria-label="${score} de 10">`),
    )
  expect(main).not.toMatch(/name="score"[^>]* checked/)
  expect(main).toMatch(
    /<fieldset data-for="det pas">[\s\S]*llego-tarde[\s\S]*<fieldset data-for="pro">[\s\S]*buen-trato/,
  )
  expect(main).toContain('<button class="btn first send" type="submit"')
})

test('both languages are whole, and the page says which it is', async () => {
  const spanish = await open('/s/nps', { language: 'es-MX' })
  const english = await open('/s/nps', { language: 'en-GB,en;q=0.9' })
  expect(spanish.text).toContain('<html lang="es">')
  expect(english.text).toContain('<html lang="en">')
  expect(words(english.main)).toContain('Would you recommend Casa Lúa to someone close to you?')
  expect(english.text).toContain('href="/s/nps?lang=es" hreflang="es" lang="es">Español</a>')
  expect((await open('/s/nps?lang=en', { language: 'es' })).text).toContain('<html lang="en">')
})

test('what is not there, not ours, not open or retired is told without a hint', async () => {
  const unknown = await open('/s/nada')
  expect(unknown.status).toBe(404)
  for (const path of [
    '/s/nps/nada',
    `/s/nps/${'0'.repeat(52)}`,
    '/s/recuperacion',
    '/s/nps/thanks?c=nada',
    '/s/nps/a/b',
  ])
    expect((await open(path)).text.replace(/href="[^"]*"/g, ''), path).toBe(unknown.text.replace(/href="[^"]*"/g, ''))
  expect(words((await open('/s/borrador')).main)).toContain('todavía no está abierta')
  expect(words((await open('/s/pasada')).main)).toContain('ya está cerrada')
  expect((await open('/t/nada')).status).toBe(404)
  expect((await open('/u/nada')).status).toBe(404)
})

test('nothing that people wrote runs', async () => {
  const nasty = `"><script>alert(1)</script><img src=x onerror=alert(1)>' {organization}`
  await atomically((tx) => [
    tx.update(touchpoints).set({ name: nasty, names: {} }).where(eq(touchpoints.slug, 'tienda')),
  ])
  const held = await postSurvey(
    {
      slug: 'nps',
      token: null,
      form: form({ comment: `</textarea>${nasty}`, email: nasty, lang: nasty, once: nasty }),
      ...around,
    },
    friday,
  )
  for (const page of [
    await open('/s/nps?touchpoint=tienda'),
    await open('/s/nps', { held }),
    await open(`/s/nps?score=${encodeURIComponent(nasty)}&lang=${encodeURIComponent(nasty)}`),
  ]) {
    expect(page.text.match(/<script/g)).toHaveLength(1)
    expect(page.text).not.toMatch(/<img|onerror=alert\(1\)>/)
    expect(page.text.match(/<\/textarea>/g)).toHaveLength(1)
  }
})

test('a page that cannot be made just now says so in the reader’s language, and nothing of the reason', async () => {
  const request = new Request('http://lazo.test/s/nps?lang=en')
  const answer = await surveyPage(request, { params: Promise.reject(new Error('disk on fire')) })
  const text = await answer.text()
  expect([answer.status, words(text)]).toEqual([503, expect.stringContaining('This page cannot be shown right now')])
  expect(text).not.toContain('fire')
})
