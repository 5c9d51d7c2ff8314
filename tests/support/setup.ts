import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'

// A database of its own for every test file: a copy of the migrated image.
const shared = process.env.LAZO_TEST_FOLDER ?? ''
const folder = mkdtempSync(join(shared, 'file-'))
process.env.DATA_DIR = folder
process.env.BASE_URL = 'http://lazo.test'
process.env.LAZO_SECRET = 'a secret that only the tests know, 0123456789'
const base = process.env.LAZO_TEST_POSTGRES

if (base) {
  const name = `file_${folder.split('-').at(-1)?.toLowerCase()}_${process.pid}`
  const client = new pg.Client({ connectionString: `${base}/postgres` })
  await client.connect()
  await client.query(`create database ${name} template lazo_image`)
  await client.end()
  process.env.DATABASE_URL = `${base}/${name}`
} else {
  delete process.env.DATABASE_URL
  copyFileSync(join(shared, 'lazo.db'), join(folder, 'lazo.db'))
}

afterAll(async () => {
  const { closeDatabase } = await import('@/db')
  await closeDatabase()
  rmSync(folder, { recursive: true, force: true })
})
