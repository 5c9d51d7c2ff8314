import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { signIn } from '@/lib/cli/bench/desk'
import type { Running } from '@/lib/cli/bench/server'
import { type House, house } from './support/house'

let place: House
let server: Running
let number = 0
let customer = ''
let touchpoint = ''
const emails = new Map<string, string>()

test.beforeAll(async () => {
  place = house(false)
  await place.lazo('seed')
  server = await place.start()
  const file = new Database(join(place.folder, 'lazo.db'))
  const open = file
    .prepare(
      'select number, customer_id as customer from tickets where open = 1 and customer_id is not null order by answers desc limit 1',
    )
    .get() as { number: number; customer: string }
  number = open.number
  customer = open.customer
  touchpoint = file.prepare('select slug from touchpoints order by position limit 1').pluck().get() as string
  for (const { role, email } of file.prepare('select role, email from users order by created_at desc').all() as {
    role: string
    email: string
  }[])
    emails.set(role, email)
  file.prepare("update users set locale = 'en' where role = 'manager'").run()
  file.close()
})
test.afterAll(async () => {
  await server.kill()
  place.remove()
})

// The demo's one password, as `npm run demo` prints it.
const password = 'casa lua abre a las diez'
const account = (role: string) => ({ email: emails.get(role) ?? '', password })

async function opened(browser: Browser, role: string, width: number, scheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  if (role !== 'customer') {
    const cookies = await signIn(server.url, account(role))
    const pairs = cookies.split('; ').map((pair) => pair.split(/=(.*)/s))
    await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: server.url })))
  }
  return context.newPage()
}

const desk = (): string[] => [
  '/',
  '/tickets?view=triage',
  '/tickets?view=open',
  '/tickets?view=closed',
  '/tickets?q=zzzz-nada',
  `/tickets/${number}`,
  '/insights',
  `/insights/${touchpoint}`,
  '/journeys',
  '/surveys',
  '/surveys/nps',
  '/surveys/import',
  '/customers',
  `/customers/${customer}`,
  '/rules',
  '/settings',
  '/settings/people',
  '/settings/teams',
  '/settings/keys',
  '/settings/outbox',
  '/settings/profile',
  '/nowhere',
]
const publics = () => [
  '/sign-in',
  '/s/nps',
  '/s/nps?score=3&lang=en',
  `/s/nps/${'0'.repeat(52)}`,
  `/t/${'0'.repeat(52)}`,
  `/u/${'0'.repeat(52)}`,
]

const looks: [role: string, width: number, scheme: 'light' | 'dark'][] = [
  ['admin', 1440, 'light'],
  ['admin', 360, 'dark'],
  ['manager', 1440, 'dark'],
  ['manager', 768, 'light'],
  ['customer', 1440, 'light'],
  ['customer', 360, 'dark'],
]

for (const [role, width, scheme] of looks) {
  test(`${role === 'customer' ? 'customers’ pages' : `the desk of the ${role}`} at ${width} px, ${scheme}: axe finds nothing, nothing scrolls sideways, no script complains`, async ({
    browser,
  }) => {
    const page = await opened(browser, role, width, scheme)
    const complaints: string[] = []
    let at = ''
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (404|403|409|410|422)/.test(message.text()))
        complaints.push(`${at}: ${message.text()}`)
    })
    page.on('pageerror', (error) => complaints.push(`${at}: ${error.message}`))
    for (const path of role === 'customer' ? publics() : desk()) {
      at = path
      const answer = await page.goto(server.url + path, { waitUntil: 'load' })
      if ((answer?.status() ?? 500) >= 500) complaints.push(`${path}: ${answer?.status()}`)
      await expect(page.locator('h1').first(), path).toBeAttached()
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wide > 0) complaints.push(`${path}: ${wide} px too wide`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      complaints.push(
        ...violations.map((its) => `${path}: ${its.id} × ${its.nodes.length}: ${its.nodes[0]?.target.join(' ')}`),
      )
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })
}
