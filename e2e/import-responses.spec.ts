import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { Running } from '@/lib/cli/bench/server'
import { administrator, type House, house } from './support/house'

let place: House
let server: Running

test.beforeAll(async () => {
  place = house(true)
  server = await place.start()
})
test.afterAll(async () => {
  await server.kill()
  place.remove()
})

test('a file goes from upload to report, and the second time brings nothing', async ({ page }) => {
  await signIn(page)
  await upload(
    page,
    'estrellas.csv',
    'Estrellas,Comentario,Fecha\n5,Todo bien,2026-01-10\n1,"Llegó roto, y tarde",2026-01-11\n4,=1+1,2026-01-12\n3,,2026-01-13\n2,Caro,2026-01-14\nx,Nada,2026-01-15\n',
  )
  // One to five is not zero to ten: nothing can be started before the scale is said.
  await expect(page.getByRole('alert').filter({ hasText: '1–5' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Importar/ })).toHaveCount(0)
  await page.getByLabel('Escala', { exact: true }).selectOption('1-5')
  await page.getByRole('button', { name: 'Ver qué pasaría' }).click()
  await expect(page.getByText('6 filas: 3 detractores, un pasivo y un promotor; una rechazada.')).toBeVisible()
  await expect(page.getByText('Fila 7: Estrellas: «x» no es un número')).toBeVisible()

  await page.getByRole('button', { name: 'Importar 5 filas' }).click()
  await expect(page.getByRole('link', { name: 'Ver el tablero' })).toBeVisible({ timeout: 30_000 })
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Descargar las filas rechazadas' }).click()
  const rejected = readFileSync(await (await download).path(), 'utf8')
  expect(rejected).toContain('x,Nada,2026-01-15,Estrellas: «x» no es un número')

  await upload(page, 'otra-vez.csv', 'Estrellas,Comentario,Fecha\n5,Todo bien,2026-01-10\n')
  await page.getByLabel('Escala', { exact: true }).selectOption('1-5')
  await page.getByRole('button', { name: 'Ver qué pasaría' }).click()
  await expect(page.getByText('Una fila ya se había importado')).toBeVisible()
})

test('what cannot be a file of answers is refused in words, and what was chosen stays', async ({ page }) => {
  await signIn(page)
  await page.goto(`${server.url}/surveys/import`)
  for (const [content, words] of [
    ['a,b\n1,\0\n', 'NUL'],
    ['', 'vacío'],
    ['a,b\n1,"x\n', 'comillas'],
  ] as const) {
    await choose(page, 'malo.csv', content)
    await page.getByRole('button', { name: 'Subir' }).click()
    await expect(page.getByText(words)).toBeVisible()
    await expect(page).toHaveURL(/\/surveys\/import$/)
  }
  await upload(page, 'sin-calificacion.csv', 'Producto,Texto\nTarjeta,No funciona\n')
  await expect(page.getByRole('alert').filter({ hasText: 'calificación' })).toBeVisible()

  await upload(page, 'nps.csv', 'NPS,Fecha\n9,2026-01-10\n')
  await page.getByLabel('Escala', { exact: true }).selectOption('other')
  await page.getByLabel('Desde').fill('5')
  await page.getByLabel('Hasta').fill('1')
  await page.getByLabel('Zona horaria de las fechas').fill('Marte')
  await page.getByRole('button', { name: 'Ver qué pasaría' }).click()
  await expect(page.getByText('No es una zona horaria.', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Zona horaria de las fechas')).toHaveValue('Marte')
  await expect(page.getByLabel('Desde')).toHaveValue('5')
})

test('an upload reaches the next page without scripts too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'es-MX' })
  const page = await context.newPage()
  await signIn(page)
  await upload(page, 'simple.csv', 'NPS,Fecha\n9,2026-01-10\n')
  await expect(page.getByRole('heading', { name: 'simple.csv' })).toBeVisible()
  await page.goto(`${server.url}/surveys/import`)
  await choose(page, 'malo.csv', '')
  await page.getByRole('button', { name: 'Subir' }).click()
  await expect(page.getByText('El archivo está vacío.')).toBeVisible()
  await context.close()
})

async function signIn(page: Page) {
  await page.goto(`${server.url}/sign-in`)
  await page.locator('input[name=email]').fill(administrator.email)
  await page.locator('input[name=password]').fill(administrator.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

async function upload(page: Page, name: string, content: string) {
  await page.goto(`${server.url}/surveys/import`)
  await choose(page, name, content)
  await page.getByRole('button', { name: 'Subir' }).click()
  await page.waitForURL(/\/surveys\/import\/imp_/)
}

async function choose(page: Page, name: string, content: string) {
  const file = join(place.folder, name)
  writeFileSync(file, content)
  await page.getByLabel('Archivo').setInputFiles(file)
}
