import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { surroundings } from '@/lib/kit/env'
import { rounded } from './desk'
import { median } from './load'
import { rawInsert } from './raw-insert'

const run = promisify(execFile)
const rows = 20_000
const rounds = 5

/** Rows a second of `lazo import` (its own clock, without the start of Node) against the raw multi-row insert of the rows it made. */
export async function measureImport(
  lazo: (folder: string, ...args: string[]) => Promise<string>,
  found: (folder: string) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'lazo-bench-import-'))
  const results: { ours: number; raw: number }[] = []
  try {
    const file = join(folder, 'rows.csv')
    writeFileSync(file, csv())
    const map = join(folder, 'map.json')
    writeFileSync(map, JSON.stringify(mapping))
    for (let round = 0; round < rounds; round++) {
      const place = join(folder, `round-${round}`)
      await found(place)
      const start = await startOfNode(lazo, place)
      const began = performance.now()
      const told = JSON.parse(await lazo(place, 'import', file, '--survey', 'nps', '--map', map)) as {
        imported: number
      }
      const ms = performance.now() - began - start
      if (told.imported !== rows) throw new Error(`imported ${told.imported} of ${rows}`)
      results.push({
        ours: rows / (ms / 1000),
        raw: rawInsert(join(place, 'lazo.db'), join(folder, `raw-${round}.db`)),
      })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    rowsPerSecond: Math.round(median(results.map(({ ours }) => ours))),
    rawRowsPerSecond: Math.round(median(results.map(({ raw }) => raw))),
    vsRawInsert: rounded(median(results.map(({ ours, raw }) => ours / raw))),
  }
}

const mapping = {
  columns: {
    score: 'NPS',
    comment: 'Comentario',
    'customer.email': 'Correo',
    submittedAt: { column: 'Fecha', format: 'yyyy-MM-dd', timeZone: 'America/Mexico_City' },
  },
  scale: { min: 0, max: 10 },
  history: true,
}

const csv = (): string =>
  ['NPS,Comentario,Correo,Fecha']
    .concat(
      Array.from(
        { length: rows },
        (_, n) =>
          `${(n * 7) % 11},"Llegó ${n} días tarde, y nadie avisó",c${n % 7_000}@correo.mx,2026-0${1 + (n % 9)}-1${n % 10}`,
      ),
    )
    .join('\n')

async function startOfNode(
  lazo: (folder: string, ...args: string[]) => Promise<string>,
  place: string,
): Promise<number> {
  const began = performance.now()
  await lazo(place, '--help')
  return performance.now() - began
}

/** Runs a bundled command on a data folder. */
export const lazoOn =
  (variables: Record<string, string>) =>
  async (folder: string, ...args: string[]): Promise<string> =>
    (
      await run(process.execPath, ['dist/lazo.mjs', ...args], {
        env: surroundings({ ...variables, DATA_DIR: folder }),
        maxBuffer: 1e8,
      })
    ).stdout.trim()
