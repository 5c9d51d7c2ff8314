import { expect, type Page, test } from '@playwright/test'
import type { Running } from '@/lib/cli/bench/server'
import { ask, windowOf } from './support/desk'
import { type House, house } from './support/house'

let place: House
let server: Running
let page: Page
let numbers: number[] = []
let me = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  place = house(false)
  await place.lazo('seed')
  // Only who works in a team takes its tickets.
  const [person] = ask<{ id: string; email: string; team: string }>(
    place,
    `select u.id, u.email, m.team_id as team from users u join memberships m on m.user_id = u.id
      join tickets t on t.team_id = m.team_id and t.open = 1
      where u.role = 'lead' and u.active = 1 group by u.id, m.team_id order by count(*) desc`,
  )
  numbers = ask<{ number: number }>(
    place,
    `select number from tickets where open = 1 and status in ('assigned', 'in_progress') and contact_allowed = 1
      and contactable = 1 and team_id = ? order by next_due_at limit 8`,
    person?.team ?? '',
  ).map((row) => row.number)
  me = person?.id ?? ''
  server = await place.start()
  page = await windowOf(browser, server, person?.email ?? '')
})
test.afterAll(async () => {
  await page.context().close()
  await server.kill()
  place.remove()
})

const dialog = () => page.locator('dialog[open]')
const shown = (text: string | RegExp) => expect(page.locator('.toast')).toContainText(text)
const row = (number: number) =>
  ask<Record<string, string | number | null>>(place, 'select * from tickets where number = ?', number)[0] ?? {}

async function open(number: number, from = '/tickets?view=open') {
  await page.goto(`${server.url}/tickets/${number}?from=${encodeURIComponent(from)}`)
  // Keys are heard once the page is alive.
  await expect(async () => {
    await page.keyboard.press('s')
    await expect(dialog()).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
}

const pickers = [
  ['a', 'Asignar'],
  ['s', 'Cambiar estado'],
  ['p', 'prioridad'],
  ['t', 'punto de contacto'],
  ['c', 'Causa raíz'],
  ['l', 'etiqueta'],
  ['h', 'Posponer'],
] as const

test('every property has its key, and Esc goes back one level', async () => {
  await open(numbers[0] ?? 0)
  for (const [key, name] of pickers) {
    await page.keyboard.press(key)
    await expect(page.locator('dialog[open] [role=combobox]'), key).toHaveAttribute('aria-label', new RegExp(name, 'i'))
    await page.keyboard.press('Escape')
    await expect(dialog()).toHaveCount(0)
  }
  await expect(page).toHaveURL(/\/tickets\/\d+/)
})

test('what is typed faster than a list opens is not taken for keys of the page', async () => {
  const number = numbers[4] ?? 0
  // The page marks itself as read once it is alive.
  const alive = page.waitForResponse(/\/tickets\/\d+\/read$/)
  await page.goto(`${server.url}/tickets/${number}`)
  await alive
  await page.keyboard.type('pbaja')
  await expect(page.locator('dialog[open] [role=combobox]')).toHaveValue('baja')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`))
  await open(numbers[0] ?? 0)
})

test('a choice by key counts at once and is taken back with Ctrl Z', async () => {
  const number = numbers[0] ?? 0
  const before = row(number).priority
  await page.keyboard.press('p')
  await page.keyboard.type('baja')
  await page.keyboard.press('Enter')
  await shown('Baja')
  await expect.poll(() => row(number).priority).toBe('low')
  await page.keyboard.press('Control+z')
  await expect.poll(() => row(number).priority).toBe(before)
})

test('I takes it, Y copies its link, V says when the customer is asked again', async () => {
  const number = numbers[0] ?? 0
  await page.keyboard.press('i')
  await expect.poll(() => row(number).assignee_id).toBe(me)
  await page.keyboard.press('y')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}/tickets/${number}`)
  await page.keyboard.press('v')
  await expect(dialog()).toContainText('Primero hay que resolver')
  await page.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
})

test('R writes to the customer, N to the team; the two cannot be taken for each other', async () => {
  await page.keyboard.press('n')
  await expect(page.locator('.composer[data-note] textarea')).toBeFocused()
  await expect(page.locator('.composer')).toContainText('Solo su equipo ve esto')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(page.locator('.composer:not([data-note]) textarea')).toBeFocused()
  await expect(page.locator('.composer-to')).toContainText('@')
  await page.keyboard.type('jkes')
  await expect(page.locator('.composer textarea')).toHaveValue('jkes')
  await expect(dialog()).toHaveCount(0)
  await page.locator('.composer textarea').fill('')
  await page.keyboard.press('Escape')
})

test('J and K walk through the view that it was opened from, Esc goes back to it', async () => {
  const started = page.url()
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(started)
  await expect(page.locator('.ticket-head')).toContainText(/2 de \d+|3 de \d+|\d+ de \d+/)
  await page.keyboard.press('k')
  await expect(page).toHaveURL(started)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/tickets\?view=open/)
})

test('U leaves it unread, H sets it aside', async () => {
  const number = numbers[1] ?? 0
  await open(number)
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/\/tickets\?view=open/)
  await expect
    .poll(
      () =>
        ask(
          place,
          'select 1 from ticket_reads r join tickets t on t.id = r.ticket_id where t.number = ? and r.unread = 1',
          number,
        ).length,
    )
    .toBe(1)
  await open(number)
  await page.keyboard.press('h')
  await page.keyboard.type('semana')
  await page.keyboard.press('Enter')
  await expect.poll(() => row(number).snoozed_until).not.toBeNull()
})

test('the whole way to resolved by keyboard alone, and on to the next', async () => {
  const number = numbers[2] ?? 0
  await open(number)
  await page.keyboard.press('Shift+E')
  await expect(page.locator('#rootCause')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('#rootCause')).not.toHaveValue('')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Se entregó y se acompañó la instalación')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Su pedido quedó instalado hoy. Gracias por avisarnos.')
  if ((await page.locator('dialog[open] input[name=contact]').count()) > 0) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => row(number).status).toBe('resolved')
  await expect(page).not.toHaveURL(new RegExp(`/tickets/${number}\\b`))
})

test('an open ticket is looked at by a GET that changes nothing; a second of reading marks it', async () => {
  const number = numbers[3] ?? 0
  const readAt = () =>
    ask<{ at: number | null }>(
      place,
      `select max(r.at) as at from ticket_reads r join tickets t on t.id = r.ticket_id
        where t.number = ? and r.user_id = ? and r.unread = 0`,
      number,
      me,
    )[0]?.at ?? 0
  const before = readAt()
  await page.request.get(`${server.url}/tickets/${number}`)
  expect(readAt()).toBe(before)
  await page.goto(`${server.url}/tickets/${number}`)
  await expect.poll(readAt).toBeGreaterThan(before)
})
