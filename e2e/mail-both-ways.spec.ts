import { expect, type Page, test } from '@playwright/test'
import PostalMime from 'postal-mime'
import type { Running } from '@/lib/cli/bench/server'
import { attacks } from '../tests/followups/xss-corpus'
import { type Dovecot, openDovecot } from '../tests/support/dovecot'
import { type Mailbox, openMailbox } from '../tests/support/smtp'
import { administrator, type House, house, keyOf } from './support/house'

const customer = 'ok-ana@correo.mx'
const words = 'Me citaron tres veces y nadie llegó.'

let place: House
let mail: Mailbox
let imap: Dovecot
let server: Running
let key = ''
let admin: Page
let number = 0

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  mail = await openMailbox()
  imap = await openDovecot()
  place = house(true, { SMTP_URL: mail.url, IMAP_URL: imap.url, MAIL_FROM: 'Casa Prueba <hola+*@casa.test>' })
  server = await place.start()
  key = await keyOf(place)
  admin = await (await browser.newContext({ locale: 'es-MX' })).newPage()
  await admin.goto(`${server.url}/sign-in`)
  await admin.getByLabel('Correo').fill(administrator.email)
  await admin.getByLabel('Contraseña').fill(administrator.password)
  await admin.getByRole('button', { name: 'Entrar' }).click()
  await expect(admin).not.toHaveURL(/sign-in/)
})
test.afterAll(async () => {
  await server?.kill()
  await imap?.close()
  await mail?.close()
  place?.remove()
})

const rest = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  expect(answer.status, `${method} ${path}`).toBeLessThan(300)
  return answer.json()
}

async function complain(email: string): Promise<number> {
  const input = { survey: 'nps', score: 2, comment: words, customer: { email, name: 'Ana Ruiz' } }
  return (await rest('POST', '/responses', input)).ticket.number
}

/** The newest letter of ours to an address that says this, as a mailbox gets it. */
async function letterTo(to: string, matching: RegExp) {
  let found: Awaited<ReturnType<typeof PostalMime.parse>> | undefined
  await expect
    .poll(
      async () => {
        for (const kept of mail.copiesFor(to).toReversed()) {
          const parsed = await PostalMime.parse(kept.raw)
          if (matching.test(parsed.text ?? '')) found = parsed
          if (found) return true
        }
        return false
      },
      { timeout: 60_000, message: `a letter to ${to} that says ${matching}` },
    )
    .toBe(true)
  if (!found) throw new Error('no letter')
  return found
}

let count = 0
/** What somebody's mail program sends. */
const answer = (its: {
  from?: string
  to: string
  subject?: string
  headers?: string
  type?: string
  text: string
}) => `From: Ana Ruiz <${its.from ?? customer}>
To: ${its.to}
Subject: ${its.subject ?? 'Re: su opinión'}
Message-ID: <e2e-${++count}@correo.mx>
Date: ${new Date().toUTCString()}
MIME-Version: 1.0
Content-Type: ${its.type ?? 'text/plain'}; charset=utf-8
${its.headers ? `${its.headers}\n` : ''}
${its.text}
`

const shows = async (text: string | RegExp) =>
  expect(async () => {
    await admin.goto(`${server.url}/tickets/${number}`)
    await expect(admin.getByRole('main')).toContainText(text, { timeout: 2_000 })
  }).toPass({ timeout: 60_000 })

let letter: Awaited<ReturnType<typeof letterTo>>
const reply = () => letter.replyTo?.[0]?.address ?? ''

test('1 · an agent answers, thinks again within ten seconds, answers anew, and the letter leaves', async () => {
  number = await complain(customer)
  await admin.goto(`${server.url}/tickets/${number}`)
  await admin.keyboard.press('r')
  const box = admin.getByRole('textbox', { name: /Responder a/ })
  await box.fill('Esto no quería mandarlo.')
  await admin.getByRole('button', { name: /^Enviar(?! y)/ }).click()
  await admin.getByRole('button', { name: 'Deshacer' }).first().click()
  await expect(box).toHaveValue('Esto no quería mandarlo.')
  await box.fill('Buenos días, Ana. ¿Le queda bien el jueves?')
  await admin.getByRole('button', { name: /^Enviar(?! y)/ }).click()
  letter = await letterTo(customer, /jueves/)
  expect(mail.copiesFor(customer).some(({ raw }) => raw.includes('Esto no quer'))).toBe(false)
  expect(reply()).toMatch(/^hola\+r[0-9a-z]{42}@casa\.test$/)
})

test('2 · the customer’s answer comes through the mailbox and stands on the ticket', async () => {
  imap.deliver(
    answer({
      to: reply(),
      headers: `In-Reply-To: ${letter.messageId}\nReferences: ${letter.messageId}`,
      text: 'El jueves me queda perfecto.\n\nEl vie, 20 nov 2026, Casa Prueba escribió:\n> ¿Le queda bien el jueves?',
    }),
  )
  await shows('El jueves me queda perfecto.')
})

test('3 · an out-of-office note is one grey line', async () => {
  imap.deliver(
    answer({
      to: reply(),
      subject: 'Respuesta automática: fuera de la oficina',
      headers: 'Auto-Submitted: auto-replied',
      text: 'Estoy de vacaciones. Regreso el 15 de enero de 2027.',
    }),
  )
  await shows(/Respuesta automática/)
  await expect(admin.locator('.ev-grey')).toHaveCount(1)
})

test('4 · HTML runs nothing, neither in its frame nor on its own, and its frame shows it', async () => {
  imap.deliver(
    answer({ to: reply(), type: 'text/html', text: `<h1>Con formato</h1>${attacks.join('\n')}<p>y final</p>` }),
  )
  await shows('Con formato')
  const read = admin.getByRole('button', { name: 'Ver como llegó' })
  await read.last().click()
  const frame = admin.frameLocator('iframe.msg-frame').last()
  await expect(frame.locator('h1')).toHaveText('Con formato')
  await admin.waitForTimeout(1_000)
  expect(await admin.evaluate(() => (window as { __xss?: number }).__xss)).toBeUndefined()
  // Without sandbox and policy, too, nothing of it runs: what is cleaned holds by itself.
  const source = await admin.locator('iframe.msg-frame').last().getAttribute('src')
  const shown = await admin.request.get(server.url + source)
  expect(shown.headers()['content-security-policy']).toContain('sandbox allow-popups')
  const html = await shown.text()
  const bare = await admin.context().newPage()
  await bare.route('http://bare.test/**', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await bare.goto('http://bare.test/')
  await expect(bare.locator('h1')).toHaveText('Con formato')
  await bare.waitForTimeout(1_000)
  expect(await bare.evaluate(() => (window as { __xss?: number }).__xss)).toBeUndefined()
  // Each alone as well, so that none hides behind another's open quote.
  for (const attack of attacks) {
    const { cleanHtml } = await import('@/lib/followups/html/sanitize')
    await bare.setContent(cleanHtml(attack, { images: true, inline: () => null }).html, { waitUntil: 'commit' })
  }
  await bare.waitForTimeout(500)
  expect(await bare.evaluate(() => (window as { __xss?: number }).__xss)).toBeUndefined()
  await bare.close()
})

test('5 · a letter that comes back is told on the ticket', async () => {
  const to = mail.copiesFor(customer).at(-1)?.from ?? ''
  expect(to).toMatch(/^hola\+b[0-9a-z]{42}@casa\.test$/)
  imap.deliver(`Return-Path: <>
From: MAILER-DAEMON@mx.correo.mx
To: ${to}
Subject: Undelivered Mail Returned to Sender
Message-ID: <dsn-1@mx.correo.mx>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

The mail could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.correo.mx

Final-Recipient: rfc822; ${customer}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown
--b--
`)
  await shows(/rebotó|regresó/)
})

test('6 · mail of nobody’s is put on a ticket by a person', async () => {
  imap.deliver(
    answer({ from: 'vecina@ajeno.mx', to: 'hola@casa.test', subject: 'Una duda', text: '¿Abren los domingos?' }),
  )
  const waiting = admin.getByRole('main')
  await expect(async () => {
    await admin.goto(`${server.url}/unmatched`)
    await expect(waiting).toContainText('Una duda', { timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await waiting.getByRole('link', { name: /Una duda/ }).click()
  await expect(waiting).toContainText('¿Abren los domingos?')
  await waiting.getByLabel('Número de caso').fill(String(number))
  await waiting.getByRole('button', { name: 'Ponerlo en ese caso' }).click()
  await expect(admin).toHaveURL(new RegExp(`/tickets/${number}`))
  await expect(waiting).toContainText('¿Abren los domingos?')
  await expect(waiting).toContainText('vecina@ajeno.mx')
})
