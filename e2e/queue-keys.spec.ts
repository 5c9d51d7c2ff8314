import { expect, type Page, test } from '@playwright/test'
import type { Running } from '@/lib/cli/bench/server'
import { ask, heard, rowInFocus, teamAtWork, windowOf } from './support/desk'
import { type House, house } from './support/house'

let place: House
let server: Running
let agent = ''
let page: Page

test.beforeAll(async ({ browser }) => {
  place = house(false)
  await place.lazo('seed')
  agent = teamAtWork(place).at(-1)?.email ?? ''
  server = await place.start()
  page = await windowOf(browser, server, agent)
})
test.afterAll(async () => {
  await page.context().close()
  await server.kill()
  place.remove()
})
test.describe.configure({ mode: 'serial' })

async function open(address: string) {
  await page.goto(server.url + address)
  await expect(page.locator('table[role=grid]')).toBeVisible()
  // Keys are heard once the page is alive.
  await expect(async () => {
    await page.keyboard.press('j')
    expect(await rowInFocus(page)).not.toBeNull()
  }).toPass()
}
const ids = () =>
  page.locator('tbody tr[data-id]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id))
const picker = () => page.locator('dialog[open] [role=combobox]')
const shown = (text: string | RegExp) => expect(page.locator('.toast')).toContainText(text)

test('J, K, arrows, Home and End move the focus, and with it the row', async () => {
  await open('/tickets?view=open')
  const rows = await ids()
  await page.keyboard.press('Home')
  expect(await rowInFocus(page)).toBe(rows[0])
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  expect(await rowInFocus(page)).toBe(rows[2])
  await page.keyboard.press('k')
  await page.keyboard.press('ArrowUp')
  expect(await rowInFocus(page)).toBe(rows[0])
  await page.keyboard.press('End')
  expect(await rowInFocus(page)).toBe(rows.at(-1))
})

test('X selects, Shift and J or K extend, Ctrl A takes what is shown, Esc goes back one step at a time', async () => {
  await open('/tickets?view=open')
  const chosen = () => page.locator('tr[aria-selected=true]').count()
  await page.keyboard.press('Home')
  await page.keyboard.press('x')
  expect(await chosen()).toBe(1)
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+J')
  expect(await chosen()).toBe(3)
  await page.keyboard.press('Space')
  await expect(page.locator('aside')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await chosen()).toBe(0)
  await expect(page.locator('aside')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('aside')).toBeHidden()
  await page.keyboard.press('Control+a')
  expect(await chosen()).toBe((await ids()).length)
  await page.keyboard.press('Escape')
})

test('Space looks only from the row; on its box it keeps its own meaning', async () => {
  await open('/tickets?view=open')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await expect(page.locator('aside')).toBeHidden()
  expect(await page.locator('tr[aria-selected=true]').count()).toBe(1)
  await page.keyboard.press('Escape')
})

test('A, D, S, P, L, T, C, H and M ask; typing finds, Esc leaves all as it was', async () => {
  await open('/tickets?view=open')
  for (const key of ['a', 'd', 's', 'p', 'l', 't', 'c', 'h', 'm']) {
    await page.keyboard.press(key)
    await expect(picker(), key).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(picker(), key).toBeHidden()
    await expect(page.locator('dialog[open]'), key).toHaveCount(0)
  }
})

test('P changes the priority at once, Ctrl Z takes it back', async () => {
  await open('/tickets?view=open')
  await page.keyboard.press('Home')
  const id = await rowInFocus(page)
  const priority = () => ask<{ priority: string }>(place, 'select priority from tickets where id = ?', id)[0]?.priority
  const before = priority()
  await page.keyboard.press('p')
  await page.keyboard.type(before === 'low' ? 'alta' : 'baja')
  await page.keyboard.press('Enter')
  await shown(/Prioridad: (Baja|Alta)/)
  expect(priority()).not.toBe(before)
  expect(await rowInFocus(page)).toBe(id)
  await page.keyboard.press('Control+z')
  await expect.poll(priority).toBe(before)
})

test('L puts a tag on, and chosen again takes it off', async () => {
  await open('/tickets?view=open')
  await page.keyboard.press('Home')
  const row = page.locator('tr.cursor')
  for (const there of [true, false]) {
    await page.keyboard.press('l')
    await page.keyboard.type('vip-norte')
    await page.keyboard.press('Enter')
    await shown(there ? 'Con la etiqueta' : 'Sin la etiqueta')
    await expect(row.locator('.tag-of', { hasText: 'vip-norte' })).toHaveCount(there ? 1 : 0)
  }
})

test('in triage 1 takes a ticket: the row leaves, the focus goes on, and what is left is said', async () => {
  await open('/tickets?view=triage')
  await page.keyboard.press('Home')
  const [first, second] = await ids()
  const many = (await ids()).length
  await page.keyboard.press('1')
  await expect(page.locator(`tr[data-id="${first}"]`)).toHaveCount(0)
  expect(await rowInFocus(page)).toBe(second)
  await expect.poll(() => heard(page)).toMatch(new RegExp(`^Asignado a .+\\. Quedan ${many - 1}\\.$`))
  await page.keyboard.press('Control+z')
  await expect.poll(() => heard(page)).toMatch(/^Deshecho\./)
})

test('in triage 3 asks why before anything is closed, and 2 offers the customer’s other tickets', async () => {
  await open('/tickets?view=triage')
  await page.keyboard.press('Home')
  await page.keyboard.press('2')
  await expect(picker()).toBeVisible()
  await page.keyboard.press('Escape')
  const id = await rowInFocus(page)
  await page.keyboard.press('3')
  await expect(picker()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(picker()).toBeHidden()
  expect(ask<{ status: string }>(place, 'select status from tickets where id = ?', id)[0]?.status).toBe('new')
})

test('H sets a ticket aside until tomorrow; it leaves the list and waits under snoozed', async () => {
  await open('/tickets?view=triage')
  await page.keyboard.press('Home')
  const id = await rowInFocus(page)
  await page.keyboard.press('h')
  // Without its tilde, which a test's keyboard has no key for; typed at once, before the list is there.
  await page.keyboard.type('manana')
  await page.keyboard.press('Enter')
  await expect(page.locator(`tr[data-id="${id}"]`)).toHaveCount(0)
  await shown('Pospuesto hasta')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page.locator(`tr[data-id="${id}"]`)).toBeVisible()
})

test('O and Enter open; R, N, E open and go on there; Back comes back to the same row', async () => {
  for (const key of ['o', 'Enter', 'r', 'n', 'e']) {
    await open('/tickets?view=open')
    await page.keyboard.press('Home')
    await page.keyboard.press('j')
    const id = await rowInFocus(page)
    await page.keyboard.press(key)
    await expect(page, key).toHaveURL(/\/tickets\/\d+\?/)
    await page.goBack()
    await expect.poll(() => rowInFocus(page), { message: key }).toBe(id)
  }
})

test('G and a letter goes somewhere, / searches, F filters, Ctrl K and ? tell everything', async () => {
  await open('/tickets?view=open')
  for (const [key, view] of Object.entries({
    t: 'triage',
    m: 'mine',
    b: 'today',
    w: 'waiting',
    u: 'unassigned',
    o: 'open',
  })) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page).toHaveURL(new RegExp(`view=${view}`))
  }
  await page.keyboard.press('/')
  await expect(page.locator('input[type=search]')).toBeFocused()
  await page.keyboard.press('x')
  expect(await page.locator('tr[aria-selected=true]').count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await expect(picker()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(picker()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.locator('dialog[open] h2')).toHaveText('Atajos de teclado')
  await page.keyboard.press('Escape')
})

test('Y copies the link, U marks as unread', async () => {
  await open('/tickets?view=open')
  await page.keyboard.press('y')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/tickets\/\d+$/)
  await page.keyboard.press('u')
  await shown('no leído')
})

test('a person gives a deed another key, is told who has a key already, and keeps it; without letters only Ctrl works', async () => {
  await open('/tickets?view=open')
  await page.keyboard.press('?')
  const key = page.getByRole('button', { name: /Cambiar la tecla de Etiqueta/ })
  await key.click()
  await page.keyboard.press('j')
  await expect(page.locator('dialog[open] [role=alert]')).toContainText('«Siguiente»')
  await page.keyboard.press('z')
  await expect(key).toHaveAccessibleName(/ahora Z/)
  await page.keyboard.press('Escape')
  await open('/tickets?view=open')
  await page.keyboard.press('z')
  await expect(picker()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('radio', { name: /Solo con Ctrl/ }).check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('z')
  await expect(picker()).toBeHidden()
  await page.keyboard.press('ArrowDown')
  expect(await rowInFocus(page)).not.toBeNull()
  await page.keyboard.press('Control+k')
  await expect(picker()).toBeVisible()
})
