import { rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { engine } from '@/db'
import { copySqlite, type Inspection } from '@/db/backup'
import { address } from '@/db/engine'
import { now } from '@/lib/kit/clock'
import packageJson from '@/package.json'
import { ourselves, withProgress } from './child'
import type { Call, Command } from './command'
import { hashOfFile, publish } from './manifest'
import { dumpPostgres } from './postgres-tools'

/** A complete copy while the server runs, checked, with a manifest beside it; the old file stays until the new one is sound. */
export const backup: Command = {
  operands: ['FILE'],
  run: async (call) => {
    const file = resolve(call.operands[0] ?? '')
    const copy = `${file}.tmp-${process.pid}`
    const takenAt = now().toISOString()
    try {
      const inspection = await copyTo(copy, call)
      const sha256 = await hashOfFile(copy)
      const bytes = statSync(copy).size
      publish(copy, file, {
        product: 'lazo',
        version: packageJson.version,
        engine,
        takenAt,
        sha256,
        bytes,
        ...inspection,
      })
      const { responses = 0, tickets = 0 } = inspection.counts
      call.say(call.t('cli.backedUp', { file, bytes, responses, tickets }))
      return 0
    } finally {
      rmSync(copy, { force: true })
    }
  },
}

/** The child of `backup`: copies and checks, prints what it counted as JSON. */
export const backupCopy: Command = {
  operands: ['FROM', 'TO'],
  run: async ({ operands: [from = '', to = ''], say }) => {
    say(JSON.stringify(copySqlite(from, to)))
    return 0
  },
}

async function copyTo(copy: string, call: Call): Promise<Inspection> {
  if (engine === 'postgres') return dumpPostgres(address(), copy, call)
  const said = await withProgress(
    process.execPath,
    ourselves('backup:copy', address(), copy),
    call.t('cli.copying'),
    call,
  )
  return JSON.parse(said) as Inspection
}
