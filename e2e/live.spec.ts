import { expect, test } from '@playwright/test'
import type { Running } from '@/lib/cli/bench/server'
import type { Person } from '../tests/access/words'
import { companyOfTheTable, type Scene } from './support/company'
import type { House } from './support/house'

type Heard = { text: () => string; ended: () => boolean; leave: () => void }

let place: House
let server: Running
let scene: Scene

test.beforeAll(async () => {
  const company = companyOfTheTable()
  place = company.place
  scene = company.scene
  server = await place.start()
})
test.afterAll(async () => {
  await server.kill()
  place.remove()
})

const as = (person: Person) => ({ cookie: scene.entries[person].cookie })

async function listen(person: Person): Promise<Heard> {
  const stop = new AbortController()
  const answer = await fetch(`${server.url}/live`, { headers: as(person), signal: stop.signal })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(answer.headers.get('cache-control')).toBe('no-store, no-transform')
  let text = ''
  let over = false
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const piece of answer.body ?? []) text += decoder.decode(piece as Uint8Array)
  }
  void read()
    .catch(() => undefined)
    .finally(() => {
      over = true
    })
  return { text: () => text, ended: () => over, leave: () => stop.abort() }
}

const here = (person: Person, doing: string | null) =>
  fetch(`${server.url}/live`, {
    method: 'POST',
    headers: { ...as(person), origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify({ ticket: scene.things.own.ticket, doing }),
  })

test('two people at one ticket see one another come and go; another team hears nothing', async () => {
  const [lead, other] = [await listen('lead'), await listen('other')]
  expect((await here('agent', 'replying')).status).toBe(204)
  await expect.poll(lead.text, { timeout: 4_000 }).toContain('"doing":"replying"')
  await here('agent', null)
  await expect.poll(lead.text, { timeout: 4_000 }).toContain(`"ticket":"${scene.things.own.ticket}","people":[]`)
  expect(other.text()).not.toContain('presence')
  lead.leave()
  other.leave()
})

test('whoever signs out hears nothing after five seconds', async ({ browser }) => {
  const context = await browser.newContext()
  const [name = '', value = ''] = scene.entries.manager.cookie.split(/=(.*)/)
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  await page.goto(`${server.url}/tickets`)
  const manager = await listen('manager')
  expect(manager.ended()).toBe(false)
  await page.goto(`${server.url}/settings/profile`)
  await page
    .getByRole('button', { name: /todos|todas/i })
    .first()
    .click()
  const from = Date.now()
  await expect.poll(manager.ended, { timeout: 8_000 }).toBe(true)
  expect(Date.now() - from).toBeLessThan(6_000)
  expect(manager.text()).toContain('event: end\ndata: {"reason":"session"}')
  await context.close()
})
