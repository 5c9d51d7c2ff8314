import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Running } from '@/lib/cli/bench/server'
import { ask, windowOf } from './support/desk'
import { type House, house } from './support/house'

let place: House
let server: Running
let number = 0
let email = ''

test.beforeAll(async () => {
  place = house(false)
  await place.lazo('seed')
  const [busy] = ask<{ number: number }>(
    place,
    `select t.number from tickets t join messages m on m.ticket_id = t.id where t.open = 1
      group by t.number order by count(*) desc limit 1`,
  )
  number = busy?.number ?? 0
  email = ask<{ email: string }>(place, "select email from users where role = 'manager' limit 1")[0]?.email ?? ''
  server = await place.start()
})
test.afterAll(async () => {
  await server.kill()
  place.remove()
})

for (const width of [360, 768, 1440])
  test(`no rule of accessibility is broken at ${width} px`, async ({ browser }) => {
    const look = await windowOf(browser, server, email, { width, scheme: width === 768 ? 'dark' : 'light' })
    await look.goto(`${server.url}/tickets/${number}`)
    await expect(look.locator('h1')).toBeVisible()
    if (width < 700) await look.getByRole('button', { name: 'Detalles' }).click()
    const { violations } = await new AxeBuilder({ page: look }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    const wide = await look.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await look.context().close()
  })

test('on paper stands what was said, and no button', async ({ browser }) => {
  const page = await windowOf(browser, server, email)
  await page.goto(`${server.url}/tickets/${number}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.composer')).toBeHidden()
  await expect(page.locator('.quote, .text-16').first()).toBeVisible()
  await page.context().close()
})
