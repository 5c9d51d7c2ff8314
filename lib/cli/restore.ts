import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { engine } from '@/db'
import { inspectSqlite, toDisk } from '@/db/backup'
import { address } from '@/db/engine'
import { now } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { ourselves, withProgress } from './child'
import type { Call, Command } from './command'
import { type Manifest, manifestOf } from './manifest'
import { loadPostgres } from './postgres-tools'
import { lockFolder } from './serve/lock'
import { forgotten, settle } from './settle'

/** Puts a backup in the place of the database: checked first, the present one kept aside, nothing sent twice. */
export const restore: Command = {
  operands: ['FILE'],
  options: { unverified: { type: 'boolean' } },
  run: async (call) => {
    const file = resolve(call.operands[0] ?? '')
    if (!existsSync(file)) throw new Error(call.t('cli.noFile', { file }))
    const manifest = await trusted(file, call)
    mkdirSync(env().dataDir, { recursive: true, mode: 0o700 })
    // The title tells other processes that the holder of the lock lives (see serve/lock).
    process.title = 'lazo restore, no server'
    const giveBack = lockFolder(env().dataDir)
    try {
      if (engine === 'postgres') await ontoPostgres(file, call)
      else await ontoSqlite(file, call)
    } finally {
      giveBack()
    }
    call.say(call.t('cli.restored', { takenAt: manifest?.takenAt ?? '?' }))
    call.say(call.t('cli.restoredLetters'))
    return 0
  },
}

/** The child of `restore`: migrates and settles the copy that DATA_DIR points to. */
export const restoreSettle: Command = {
  operands: [],
  run: async () => {
    await settle(JSON.parse(readFileSync(0, 'utf8') || '[]'), now())
    return 0
  },
}

async function trusted(file: string, { options, t }: Call): Promise<Manifest | undefined> {
  const { manifest, found } = await manifestOf(file)
  if (!manifest && !options.unverified) throw new Error(t(found ? 'cli.damaged' : 'cli.noManifest', { file }))
  if (manifest && manifest.engine !== engine) throw new Error(t('cli.otherEngine', { engine: manifest.engine }))
  if (manifest && manifest.schema > newestMigration())
    throw new Error(t('cli.newerSchema', { version: manifest.version }))
  return manifest
}

async function ontoSqlite(file: string, call: Call): Promise<void> {
  const live = address()
  const staging = join(dirname(live), `restoring-${process.pid}`)
  mkdirSync(staging, { mode: 0o700 })
  try {
    const copy = join(staging, 'lazo.db')
    copyFileSync(file, copy)
    chmodSync(copy, 0o600)
    if (inspectSqlite(copy).schema > newestMigration()) throw new Error(call.t('cli.newerSchema', { version: '' }))
    const erased = existsSync(live) ? await forgotten() : []
    const variables = { DATA_DIR: staging, DATABASE_URL: '' }
    await withProgress(
      process.execPath,
      ourselves('restore:settle'),
      call.t('cli.restoring'),
      call,
      variables,
      JSON.stringify(erased),
    )
    inspectSqlite(copy)
    toDisk(copy)
    if (existsSync(live)) keepAside(live, call)
    renameSync(copy, live)
    toDisk(dirname(live))
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

// The write-ahead log belongs to the file it was written for: it moves with it.
function keepAside(live: string, { say, t }: Call): void {
  const aside = `${live}.before-restore-${now().getTime()}`
  for (const end of ['-wal', '-shm', '']) if (existsSync(live + end)) renameSync(live + end, aside + end)
  say(t('cli.keptAside', { file: aside }))
}

async function ontoPostgres(file: string, call: Call): Promise<void> {
  const erased = await forgotten().catch(() => [])
  await loadPostgres(address(), file, call)
  await settle(erased, now())
}

function newestMigration(): number {
  const journal = JSON.parse(readFileSync(resolve('db/migrations', engine, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number }[]
  }
  return journal.entries.at(-1)?.when ?? 0
}
