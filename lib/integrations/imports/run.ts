import { organization } from '@/lib/identity'
import { isRefusal, type Refusal, refuse } from '@/lib/kit/refusal'
import { rowsOf } from '@/lib/kit/table'
import { type Incoming, type Received, receiveMany } from '@/lib/loop'
import { examine, mustBeSound, type Preview, type Problem, type ReadRow, rowKeys, rowReader } from '@/lib/surveys'
import { openUpload, rejectedPath, rejectedWriter } from './files'
import { knownNames } from './known'
import type { Task } from './look'
import { makeWanted } from './make'

export type ImportResult = {
  rows: number
  imported: number
  duplicates: number
  rejected: number
  tickets: number
  /** Path of the CSV of rejected rows, null when there is none. */
  rejectedFile: string | null
}

export type Running = Task & {
  importId: string
  /** Why a row was rejected, in the reader's words. */
  explain: (problems: Problem[]) => string
  /** Told what the first reading found, before anything is stored. */
  looked?: (preview: Preview) => void
  /** Told now and then how far it has come, of how many rows. */
  progress?: (soFar: ImportResult, rows: number) => Promise<void>
}

type Pending = { cells: string[]; incoming: Incoming; history: boolean }

const batchSize = 1_000

/**
 * Imports a file: looks first and refuses what must not be read as it stands (`import.scale`, `import.noScore`), makes the
 * touchpoints and reasons that the mapping allows to be made, then stores row by row; one bad row never costs the others.
 * Running it again brings nothing twice.
 */
export async function runImport(running: Running, now: Date): Promise<ImportResult> {
  const house = (await organization()) ?? refuse('organization.unknown')
  const { mapping } = running
  const before = { mapping, known: await knownNames(), zone: house.timeZone, now }
  const preview = await examine(rowsOf(openUpload(running.file)), before)
  mustBeSound(preview)
  running.looked?.(preview)
  await makeWanted(preview.wanted, now)
  const result: ImportResult = { rows: 0, imported: 0, duplicates: 0, rejected: 0, tickets: 0, rejectedFile: null }
  const store = storer(running, result, now)
  const keys = rowKeys(running.survey)
  const known = await knownNames()
  let read: ((cells: readonly string[]) => ReadRow) | undefined
  let rejects: ReturnType<typeof rejectedWriter> | undefined
  let batch: Pending[] = []
  const settle = async () => {
    for (const [cells, problems] of await store(batch)) await rejects?.add(cells, running.explain(problems))
    batch = []
    await running.progress?.(result, preview.rows)
  }
  for await (const { cells } of rowsOf(openUpload(running.file))) {
    if (!read) {
      const reading = { headers: cells, mapping, known, zone: house.timeZone, now }
      read = rowReader(reading, { touchpoints: new Map(), reasons: new Map() })
      rejects = rejectedWriter(rejectedPath(running.importId), cells)
      continue
    }
    result.rows += 1
    const one = read(cells)
    if ('problems' in one) {
      result.rejected += 1
      await rejects?.add(cells, running.explain(one.problems))
      continue
    }
    const { response, history } = one
    batch.push({
      cells,
      history,
      incoming: { input: { ...response, survey: running.survey }, idempotencyKey: keys(response) },
    })
    if (batch.length === batchSize) await settle()
  }
  await settle()
  result.rejectedFile = (await rejects?.close()) ?? null
  return result
}

// Hands a batch to the loop, history apart from what opens tickets, and counts what became of it. Resolves to what was refused.
function storer({ importId }: Running, result: ImportResult, now: Date) {
  const opened = new Set<string>()
  return async (batch: Pending[]): Promise<[string[], Problem[]][]> => {
    const refused: [string[], Problem[]][] = []
    for (const history of [true, false]) {
      const items = batch.filter((pending) => pending.history === history)
      const source = { kind: 'import', importId, history } as const
      const ends = await receiveMany(
        source,
        items.map(({ incoming }) => incoming),
        now,
      )
      for (const [at, { cells }] of items.entries()) {
        const problems = count(ends[at], result, opened)
        if (problems) refused.push([cells, problems])
      }
    }
    result.tickets = opened.size
    return refused
  }
}

function count(end: Received | Refusal | undefined, result: ImportResult, opened: Set<string>): Problem[] | null {
  if (end === undefined || isRefusal(end)) {
    result.rejected += 1
    const issues = end && isRefusal(end) ? end.issues : []
    const code = end && isRefusal(end) ? end.code : 'unknown'
    return issues.length > 0
      ? issues.map((issue) => ({ field: 'row', column: issue.path, code: issue.code, value: '' }))
      : [{ field: 'row', column: '', code, value: '' }]
  }
  if (end.replay) result.duplicates += 1
  else {
    result.imported += 1
    if (end.ticket) opened.add(end.ticket.id)
  }
  return null
}
