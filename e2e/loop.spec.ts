import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import Database from 'better-sqlite3'
import PostalMime from 'postal-mime'
import type { Running } from '@/lib/cli/bench/server'
import { type Mailbox, openMailbox } from '../tests/support/smtp'
import { type House, house } from './support/house'

const password = 'una frase larga y mía'
const customer = 'ok-ana@correo.mx'
const words = 'Me citaron tres veces y nadie llegó. Pedí el día en el trabajo.'

let place: House
let mail: Mailbox
let server: Running
let admin: Page
let ticket = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  mail = await openMailbox()
  place = house(false, { SMTP_URL: mail.url, MAIL_FROM: 'Casa Prueba <hola@casa.test>' })
  server = await place.start()
  admin = await (await browser.newContext({ locale: 'es-MX' })).newPage()
})
test.afterAll(async () => {
  await server.kill()
  await mail.close()
  place.remove()
})

/** The newest letter to an address whose subject or text matches, once the worker has sent it. */
async function letterTo(to: string, matching: RegExp) {
  let found: Awaited<ReturnType<typeof PostalMime.parse>> | undefined
  await expect
    .poll(
      async () => {
        for (const kept of mail.copiesFor(to).toReversed()) {
          const parsed = await PostalMime.parse(kept.raw)
          if (matching.test(`${parsed.subject}\n${parsed.text}`)) found = parsed
          if (found) return true
        }
        return false
      },
      { timeout: 90_000, message: `a letter to ${to} that says ${matching}` },
    )
    .toBe(true)
  if (!found) throw new Error('no letter')
  return found
}

// What leaves by mail begins with BASE_URL; here it says localhost and the port it was started with.
const linkIn = (text: string | undefined, shape: RegExp) =>
  new URL(shape.exec(text ?? '')?.[0] ?? 'http://no-link.invalid')
const visit = (page: Page, link: URL) => page.goto(server.url + link.pathname + link.search)

async function signedIn(context: BrowserContext, email: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('Correo').fill(email)
  await page.getByLabel('Contraseña').fill(password)
  await page.getByRole('button', { name: 'Entrar' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  return page
}

test('1 · the first visit founds the company', async () => {
  await admin.goto(server.url)
  await expect(admin).toHaveURL(/\/setup/)
  await admin.getByLabel('Nombre de la empresa').fill('Casa Prueba')
  await admin.getByLabel('Su nombre').fill('Alma Rivas')
  await admin.getByLabel('Su correo').fill('alma@casa.test')
  await admin.getByLabel('Contraseña').fill(password)
  await admin.getByRole('button', { name: 'Crear la empresa' }).click()
  await expect(admin).not.toHaveURL(/setup/)
  await admin.goto(`${server.url}/setup`)
  await expect(admin).not.toHaveURL(/\/setup$/)
})

test('2 · a customer answers on a page without JavaScript and is told what comes next', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'es-MX',
    viewport: { width: 360, height: 780 },
  })
  const page = await context.newPage()
  await page.goto(`${server.url}/s/nps`)
  await page.getByRole('radio', { name: '2 de 10' }).check()
  await page.getByRole('radio', { name: 'Una queja' }).check()
  await page.getByLabel('¿Qué falló?').fill(words)
  await page.getByLabel('Su correo').fill(customer)
  await page.getByRole('button', { name: 'Enviar' }).click()
  await expect(page).toHaveURL(/thanks/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gracias')
  await expect(page.locator('main')).toContainText('1001')
  await context.close()
})

test('3 · the ticket stands and the customer hears at once, with a link to their own page', async ({ browser }) => {
  const letter = await letterTo(customer, /\/t\//)
  expect(letter.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated')
  // Nobody has proved yet that this address is theirs: what was typed does not travel to it.
  expect(letter.text).toContain('1001')
  expect(letter.text).not.toContain('Me citaron tres veces')
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'es-MX' })
  const page = await context.newPage()
  await visit(page, linkIn(letter.text, /https?:\/\/\S+\/t\/[a-z0-9]{52}/))
  await expect(page.locator('main')).toContainText(words)
  await context.close()
})

test('4 · an agent takes it, answers by mail and notes a call', async () => {
  await admin.goto(`${server.url}/tickets`)
  const row = admin.getByRole('row', { name: /Me citaron tres veces/ })
  await expect(row).toBeVisible()
  await row.getByRole('link').first().click()
  await expect(admin).toHaveURL(/\/tickets\/\d+/)
  ticket = new URL(admin.url()).pathname
  await expect(admin.getByRole('main')).toContainText(words)

  const reply = 'Buenos días, Ana. Leí su respuesta completa y hoy mismo hablo con la paquetería.'
  await admin.keyboard.press('r')
  const box = admin.getByRole('textbox', { name: /Responder a/ })
  await box.fill(reply)
  await admin.getByRole('button', { name: /^Enviar(?! y)/ }).click()
  const letter = await letterTo(customer, /hablo con la paquetería/)
  expect(letter.headers.some((header) => header.key === 'auto-submitted')).toBe(false)
  await admin.reload()
  await expect(admin.getByRole('main')).toContainText('hablo con la paquetería')
  await expect(admin.getByRole('main')).toContainText('Enviado')
})

test('5 · resolving asks for cause, action, summary and evidence, and the customer is told', async () => {
  await admin.goto(server.url + ticket)
  await admin.getByRole('button', { name: 'Resolver' }).first().click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Resolver' }).click()
  await expect(dialog).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Causa raíz' }).click()
  await dialog.getByRole('option').first().click()
  await dialog.getByLabel('Qué hicimos').fill('Se entregó el sábado con chofer propio.')
  await dialog.getByLabel('Qué le decimos al cliente').fill('Su sala llegó el sábado; cambiamos de paquetería.')
  await dialog.getByLabel('Sí, por teléfono').check()
  await dialog.getByRole('button', { name: 'Resolver' }).click()
  await expect(dialog).toBeHidden()
  const letter = await letterTo(customer, /cambiamos de paquetería/)
  expect(letter.text).toMatch(/\/t\/[a-z0-9]{52}/)
})

test('6 · a day later they are asked again, and the answer is the verdict', async ({ browser }) => {
  // A deadline is a column: the day that must pass is taken from it.
  const file = new Database(join(place.folder, 'lazo.db'))
  file.pragma('busy_timeout = 5000')
  expect(file.prepare('update tickets set ask_at = ? where ask_at is not null').run(Date.now() - 1000).changes).toBe(1)
  file.close()
  const letter = await letterTo(customer, /\/s\/recuperacion\//)
  expect(letter.headers.find((header) => header.key === 'list-unsubscribe-post')?.value).toBe(
    'List-Unsubscribe=One-Click',
  )
  const link = linkIn(letter.html ?? letter.text, /https?:\/\/[^\s"<>]+\/s\/recuperacion\/[a-z0-9]{52}\?score=9/)
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'es-MX' })
  const page = await context.newPage()
  await visit(page, link)
  await expect(page.getByRole('radio', { name: '9 de 10' })).toBeChecked()
  await page.getByRole('radio', { name: 'Sí', exact: true }).check()
  await page.getByRole('button', { name: 'Enviar' }).click()
  await expect(page).toHaveURL(/thanks/)
  await visit(page, link)
  await expect(page.locator('main')).toContainText('Ya tenemos su respuesta')
  await context.close()
  await admin.goto(server.url + ticket)
  await expect(admin.getByRole('main')).toContainText('ahora promotor')
})

test('7 · the lead sees it on the board, with its denominators', async () => {
  await admin.goto(`${server.url}/insights`)
  const main = admin.getByRole('main')
  await expect(main).toContainText('n = 1')
  await expect(main).toContainText('1 de 1')
})

test('somebody else is invited by a link that is copied, no mail needed, and signs in with it', async ({ browser }) => {
  await admin.goto(`${server.url}/settings/people`)
  await admin
    .getByRole('button', { name: /Invitar/ })
    .first()
    .click()
  const form = admin.getByRole('dialog').or(admin.getByRole('main')).first()
  await form.getByLabel('Nombre').fill('Mariana Ortega')
  await form.getByLabel('Correo').fill('mariana@casa.test')
  await form
    .getByRole('button', { name: /Crear|Invitar/ })
    .last()
    .click()
  const link = await admin.getByRole('textbox', { name: /[Ee]nlace/ }).inputValue()
  const context = await browser.newContext({ locale: 'es-MX' })
  const page = await context.newPage()
  await visit(page, new URL(link))
  await page.getByLabel('Contraseña').fill(password)
  await page.getByRole('button', { name: 'Crear mi cuenta' }).click()
  await expect(page).not.toHaveURL(/invitation/)
  await context.close()
  const again = await browser.newContext({ locale: 'es-MX' })
  await signedIn(again, 'mariana@casa.test')
  await again.close()
})
