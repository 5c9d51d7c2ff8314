import { expect, type Page, test } from '@playwright/test'
import type { Running } from '@/lib/cli/bench/server'
import { type Mailbox, openMailbox } from '../tests/support/smtp'
import { ask, teamAtWork, windowOf } from './support/desk'
import { type House, house } from './support/house'

let place: House
let server: Running
let mail: Mailbox
let page: Page
let colleague: Page
type Case = { id: string; number: number; email: string }
let cases: Case[] = []

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  mail = await openMailbox()
  place = house(false, { SMTP_URL: mail.url, MAIL_FROM: 'Casa Lúa <hola@casa.test>' })
  await place.lazo('seed')
  cases = ask<Case>(
    place,
    `select t.id, t.number, c.email from tickets t join customers c on c.id = t.customer_id
      where t.open = 1 and t.contact_allowed = 1 and t.contactable = 1 and c.email is not null and t.status = 'in_progress'
      and not exists (select 1 from suppressions s where s.address_key = c.email_key)
      order by t.received_at desc limit 8`,
  )
  const people = ask<{ email: string }>(
    place,
    "select email from users where role in ('admin', 'manager') and active = 1",
  )
  server = await place.start()
  page = await windowOf(browser, server, people[0]?.email ?? '')
  colleague = await windowOf(browser, server, people[1]?.email ?? teamAtWork(place)[0]?.email ?? '')
})
test.afterAll(async () => {
  await page.context().close()
  await colleague.context().close()
  await server.kill()
  await mail.close()
  place.remove()
})

const at = (index: number): Case => cases[index] ?? { id: '', number: 0, email: '' }
const area = (on: Page = page) => on.locator('.composer textarea')
const shown = (text: string | RegExp, on: Page = page) => expect(on.locator('.toast')).toContainText(text)
const status = (number: number) =>
  ask<{ status: string }>(place, 'select status from tickets where number = ?', number)[0]?.status

async function open(number: number, on: Page = page) {
  await on.goto(`${server.url}/tickets/${number}`)
  // Keys are heard once the page is alive.
  await expect(async () => {
    await on.keyboard.press('s')
    await expect(on.locator('dialog[open]')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await on.keyboard.press('Escape')
  await expect(on.locator('dialog[open]')).toHaveCount(0)
  await on.keyboard.press('r')
  await expect(area(on)).toBeFocused()
}

test('a draft is kept on the server and survives another browser', async ({ browser }) => {
  await open(at(0).number)
  await page.keyboard.type('Estimada Ana: la sala sale el sábado.')
  await expect(page.locator('.composer-saved')).toContainText('Guardado')
  await page.reload()
  await expect(area()).toHaveValue('Estimada Ana: la sala sale el sábado.')
  const email = ask<{ email: string }>(
    place,
    "select email from users where role in ('admin', 'manager') and active = 1",
  )[0]
  const other = await windowOf(browser, server, email?.email ?? '')
  await other.goto(`${server.url}/tickets/${at(0).number}`)
  await expect(area(other)).toHaveValue('Estimada Ana: la sala sale el sábado.')
  await other.context().close()
})

test('what was typed without a connection is still there', async () => {
  await page.context().setOffline(true)
  await area().focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' Va primero.')
  await expect(page.locator('.composer-saved')).toContainText('en este navegador')
  await page.context().setOffline(false)
  await expect(page.locator('.composer-saved')).toContainText('Guardado')
  await page.reload()
  await expect(area()).toHaveValue(/Va primero\.$/)
})

test('a letter that is taken back with Ctrl Z never leaves, and its words come back', async () => {
  const before = mail.kept.length
  await expect(async () => {
    await area().focus()
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.toast')).toContainText('Enviando', { timeout: 3_000 })
  }).toPass()
  await page.locator('h1').click()
  await page.keyboard.press('Control+z')
  await expect(area()).toHaveValue(/la sala sale el sábado/)
  await page.waitForTimeout(14_000)
  expect(mail.kept.slice(before).filter((one) => one.to === at(0).email)).toEqual([])
  await page.reload()
  await expect(page.getByText('antes de salir').first()).toBeVisible()
})

test('a letter that is not taken back leaves after its ten seconds', async () => {
  await expect(async () => {
    await area().focus()
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.toast')).toContainText('Enviando', { timeout: 3_000 })
  }).toPass()
  await expect.poll(() => mail.copiesFor(at(0).email).length, { timeout: 40_000 }).toBe(1)
})

test('nothing is sent past a colleague who wrote meanwhile, until that was read', async () => {
  await open(at(1).number)
  await page.keyboard.type('Le confirmo la entrega.')
  await expect(page.locator('.composer-saved')).toContainText('Guardado')
  await open(at(1).number, colleague)
  await colleague.keyboard.press('Escape')
  await colleague.keyboard.press('n')
  await colleague.keyboard.type('Ya llamé: pide factura.')
  await colleague.keyboard.press('Control+Enter')
  await expect(colleague.locator('.note').last()).toContainText('pide factura')
  await area().focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.overtaken')).toContainText('pide factura')
  await expect(area()).toHaveValue('Le confirmo la entrega.')
  await page.getByRole('button', { name: 'Enviar de todos modos' }).click()
  await shown('Enviando')
})

test('a note calls a colleague by name, and the letter is not theirs', async () => {
  await open(at(2).number)
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.type('@')
  const [first] = await page.getByRole('listbox').getByRole('option').allTextContents()
  await page.keyboard.press('Enter')
  await page.keyboard.type('¿llamas hoy?')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.note').last()).toContainText(`@${first}`)
  expect(ask(place, "select id from notices where kind = 'mention'").length).toBeGreaterThan(0)
})

test('words with a hole are not sent', async () => {
  await page.keyboard.press('r')
  await area().fill('Su pedido {{pedido}} va en camino.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '{{pedido}}' })).toBeVisible()
  await area().fill('')
})

test('a file goes along, and can be taken off before', async () => {
  const files = [1, 2].map((n) => ({ name: `nota-${n}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`nota ${n}`) }))
  await page.locator('.composer input[type=file]').setInputFiles(files)
  await expect(page.locator('.composer-files li')).toHaveCount(2)
  await page.getByRole('button', { name: 'Quitar nota-1.txt' }).click()
  await expect(page.locator('.composer-files li')).toHaveCount(1)
  await page.reload()
  await expect(page.locator('.composer-files')).toContainText('nota-2.txt')
  await area().fill('Va la nota.')
  await area().press('Control+Enter')
  await shown('Enviando')
  await expect(page.locator('.timeline .files').last()).toContainText('nota-2.txt')
})

test('a part of a ticket gets a ticket of its own, and both know each other', async () => {
  await page.getByRole('button', { name: 'Más', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Separar en dos casos…' }).click()
  await page.locator('dialog[open] input[type=checkbox]').last().check()
  await page.getByRole('button', { name: 'Separar', exact: true }).click()
  await expect(page).not.toHaveURL(new RegExp(`/tickets/${at(2).number}$`))
  await expect(page.getByRole('link', { name: `#${at(2).number}` }).first()).toBeVisible()
})

test('what was split is merged again, and its number leads to the one that stays', async () => {
  const from = Number(/(\d+)$/.exec(page.url())?.[1])
  await page.getByRole('button', { name: 'Más', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Unir con otro caso…' }).click()
  await page.getByRole('option', { name: new RegExp(`#${at(2).number}`) }).click()
  await page.getByRole('button', { name: 'Unir', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/tickets/${at(2).number}$`))
  await page.goto(`${server.url}/tickets/${from}`)
  await expect(page.getByRole('link', { name: `Abrir #${at(2).number}` })).toBeVisible()
})

test('a conflict shows both values and loses neither', async () => {
  await open(at(3).number)
  await page.keyboard.press('Escape')
  await open(at(3).number, colleague)
  await colleague.keyboard.press('Escape')
  await colleague.keyboard.press('p')
  await colleague.getByRole('option', { name: 'Urgente' }).click()
  await shown('Urgente', colleague)
  // The page may have heard of it by itself; then nothing is in conflict and the choice simply counts.
  await page.keyboard.press('p')
  await page.getByRole('option', { name: 'Baja' }).click()
  const mine = page.getByRole('button', { name: 'Poner lo mío' })
  await expect(mine.or(page.locator('.toast')).first()).toBeVisible()
  if (await mine.isVisible()) await mine.click()
  await expect
    .poll(
      () =>
        ask<{ priority: string }>(place, 'select priority from tickets where number = ?', at(3).number)[0]?.priority,
    )
    .toBe('low')
})

test('a colleague who writes is seen while they write', async () => {
  await colleague.keyboard.press('r')
  await colleague.keyboard.type('Buenas')
  await expect(page.locator('.presence')).toContainText('está respondiendo', { timeout: 20_000 })
  await area(colleague).fill('')
})

test('resolving keeps what was typed, blames the field, and tells what follows', async () => {
  await open(at(4).number)
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(page.locator('#rootCause')).toBeFocused()
  await page.locator('#actionTaken').fill('Se repuso la pieza')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('dialog [aria-invalid=true]').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(page.locator('#actionTaken')).toHaveValue('Se repuso la pieza')
  await expect(page.locator('dialog[open]')).toContainText('se le pregunta de nuevo')
  await page.keyboard.press('Escape')
  expect(status(at(4).number)).toBe('in_progress')
})
