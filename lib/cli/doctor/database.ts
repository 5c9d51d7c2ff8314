import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { engine, raw } from '@/db'
import { env } from '@/lib/kit/env'
import type { Call } from '../command'
import type { Finding, Look } from '../doctor'

const pragmas = { journal_mode: 'wal', synchronous: '2', foreign_keys: '1', trusted_schema: '0', cell_size_check: '1' }

/** Schema, what makes SQLite durable, every page of the file, and who can read the folder. */
export const database: Look = async (call) => [
  await schema(call),
  ...(engine === 'sqlite' ? [...(await durability(call)), await integrity(call), folder(call)] : []),
]

async function schema({ t }: Call): Promise<Finding> {
  const journal = JSON.parse(readFileSync(resolve('db/migrations', engine, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number }[]
  }
  const table = engine === 'postgres' ? 'drizzle.__drizzle_migrations' : '__drizzle_migrations'
  const [row] = await raw(`select max(created_at) as last from ${table}`).catch(() => [])
  const pending = journal.entries.filter(({ when }) => when > Number(row?.last ?? 0)).length
  return pending > 0
    ? { level: 'wrong', what: t('cli.doctor.pending', { count: pending }) }
    : { level: 'fine', what: t('cli.doctor.engine', { engine }) }
}

async function durability({ t }: Call): Promise<Finding[]> {
  return Promise.all(
    Object.entries(pragmas).map(async ([name, wanted]) => {
      const value = String(Object.values((await raw(`pragma ${name}`))[0] ?? {})[0])
      return value === wanted
        ? { level: 'fine', what: t('cli.doctor.pragma', { name, value }) }
        : { level: 'wrong', what: t('cli.doctor.pragmaWrong', { name, value, wanted }) }
    }),
  )
}

async function integrity({ t }: Call): Promise<Finding> {
  const said = String((await raw('pragma quick_check'))[0]?.quick_check)
  const broken = (await raw('pragma foreign_key_check')).length
  if (said === 'ok' && broken === 0) return { level: 'fine', what: t('cli.doctor.integrity') }
  return { level: 'wrong', what: t('cli.doctor.integrityWrong', { said: said === 'ok' ? `${broken}` : said }) }
}

function folder({ t }: Call): Finding {
  const { dataDir } = env()
  const open = (statSync(dataDir).mode & 0o077) !== 0
  return open
    ? { level: 'warn', what: t('cli.doctor.folderOpen', { folder: dataDir }) }
    : { level: 'fine', what: t('cli.doctor.folder') }
}
