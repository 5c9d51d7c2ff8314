import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { quietly } from './run.mjs'
import { root, sentence } from './say.mjs'

const engines = { sqlite: '', postgres: 'postgres://nobody@localhost/nothing' }

/** Generates migrations in a scratch copy; anything new there means that schema and migrations disagree. */
export async function migrationDrift() {
  const scratch = join(root, 'dist/drift')
  for (const [engine, url] of Object.entries(engines)) {
    rmSync(scratch, { recursive: true, force: true })
    mkdirSync(scratch, { recursive: true })
    for (const path of ['db', 'drizzle.config.ts', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, path), join(scratch, path), { recursive: true })
    }
    const folder = join(scratch, 'db/migrations', engine)
    const before = readdirSync(folder).length
    const { DATABASE_URL: _, ...inherited } = process.env
    const { code, output } = await quietly(
      '',
      process.execPath,
      [join(root, 'node_modules/drizzle-kit/bin.cjs'), 'generate'],
      {
        cwd: scratch,
        env: url ? { ...inherited, DATABASE_URL: url } : inherited,
      },
    )
    if (code !== 0 || readdirSync(folder).length !== before || !/No schema changes/.test(output)) {
      return `${output}\n${sentence('drift', { engine })}`
    }
  }
  rmSync(scratch, { recursive: true, force: true })
  return undefined
}
