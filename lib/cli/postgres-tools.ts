import { spawnSync } from 'node:child_process'
import { raw } from '@/db'
import type { Inspection } from '@/db/backup'
import { withProgress } from './child'
import type { Call } from './command'

/** pg_dump into a file; refuses with the command to run where the tool is missing. */
export async function dumpPostgres(url: string, file: string, call: Call): Promise<Inspection> {
  need('pg_dump', call)
  const { open, secret } = apart(url)
  await withProgress(
    'pg_dump',
    ['--format=custom', '--no-owner', `--file=${file}`, `--dbname=${open}`],
    call.t('cli.copying'),
    call,
    secret,
  )
  await withProgress('pg_restore', ['--list', file], call.t('cli.copying'), call)
  const counts: Record<string, number> = {}
  for (const table of ['events', 'responses', 'tickets', 'letters', 'customers']) {
    counts[table] = Number((await raw(`select count(*) as n from ${table}`))[0]?.n ?? 0)
  }
  const [newest] = await raw('select max(created_at) as last from drizzle.__drizzle_migrations')
  return { counts, schema: Number(newest?.last ?? 0) }
}

/** pg_restore over the database: everything in one transaction or nothing. */
export async function loadPostgres(url: string, file: string, call: Call): Promise<void> {
  need('pg_restore', call)
  const { open, secret } = apart(url)
  const args = ['--clean', '--if-exists', '--no-owner', '--single-transaction', `--dbname=${open}`, file]
  await withProgress('pg_restore', args, call.t('cli.restoring'), call, secret)
}

function need(tool: string, { t }: Call): void {
  if (spawnSync(tool, ['--version']).status !== 0) throw new Error(t('cli.needsTool', { tool }))
}

// A password among the arguments could be read by everybody on the machine.
function apart(url: string): { open: string; secret: Record<string, string> } {
  const parts = new URL(url)
  const password = decodeURIComponent(parts.password)
  parts.password = ''
  return { open: parts.href, secret: password ? { PGPASSWORD: password } : {} }
}
