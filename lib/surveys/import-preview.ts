import { refuse } from '@/lib/kit/refusal'
import type { Row } from '@/lib/kit/table'
import { type Mapping, missingColumns, sourceOf } from './import-mapping'
import { type ImportedResponse, type Known, type Problem, type ReadRow, rowReader, type Wanted } from './import-row'
import { count, otherScale, type Spread } from './import-scale'

/** What an import would bring, found by reading the whole file and storing nothing. */
export type Preview = {
  rows: number
  /** Rows by their score on 0–10, eleven counts. */
  scores: number[]
  rejected: number
  /** How often each fault occurs, and the first rows that have one. */
  faults: Record<string, number>
  examples: { number: number; problems: Problem[] }[]
  /** Rows that come in as history: no ticket, no mail. */
  history: number
  /** First and last instant, ISO; null when no row has a date of its own. */
  from: string | null
  to: string | null
  /** Rows dated 1 January 1970: what programs write when they have no date. */
  undated: number
  /** What would be made: slug → name as the file writes it. */
  wanted: Wanted
  /** The scale that the numbers seem to be on although the mapping does not say so. */
  otherScale: { min: number; max: number } | null
}

export type Examination = {
  mapping: Mapping
  known: Known
  zone: string
  now: Date
  /** Told of every row that can be taken, in order. */
  each?: (response: ImportedResponse, history: boolean) => Promise<void>
}

const shown = 20
const mostMade = 200

/** Reads every row and stores nothing. Refuses `import.header` when the file lacks a column that the mapping names. */
export async function examine(rows: AsyncIterable<Row>, examination: Examination): Promise<Preview> {
  const { mapping } = examination
  const preview = nothingYet()
  const spread: Spread = new Map()
  let read: ReturnType<typeof rowReader> | undefined
  let scoreAt = -1
  for await (const row of rows) {
    if (!read) {
      checkHeader(row.cells, mapping)
      scoreAt = row.cells.indexOf(sourceOf(mapping, 'score')?.column ?? '')
      read = rowReader({ ...examination, headers: row.cells }, preview.wanted)
      continue
    }
    preview.rows += 1
    count(spread, row.cells[scoreAt] ?? '', mapping.scale?.blank)
    const one = read(row.cells)
    weigh(preview, row.number, one)
    if ('response' in one) await examination.each?.(one.response, one.history)
  }
  preview.otherScale = mapping.scale || mapping.constant?.score !== undefined ? null : otherScale(spread)
  return preview
}

/**
 * Refuses what must not be imported as it stands: `import.noScore` (no row has one), `import.scale` (the numbers are not on 0–10
 * and the mapping does not say on which scale they are),
 * `import.tooManyNames` (a column of free text is no list of touchpoints or reasons), `import.nothingUsable`.
 */
export function mustBeSound(preview: Preview): void {
  const { touchpoints, reasons } = preview.wanted
  if (touchpoints.size > mostMade || reasons.size > mostMade) {
    refuse('import.tooManyNames', { count: Math.max(touchpoints.size, reasons.size), most: mostMade })
  }
  if (preview.otherScale) refuse('import.scale', preview.otherScale)
  if (preview.rows > 0 && preview.rejected === preview.rows) {
    const scoreless = Object.keys(preview.faults).every((code) => code.startsWith('score'))
    refuse(scoreless ? 'import.noScore' : 'import.nothingUsable', { rows: preview.rows })
  }
}

/** Refuses `import.header` for columns that are missing or stand twice, `import.noScore` when no column is the score. */
export function checkHeader(headers: readonly string[], mapping: Mapping): void {
  const missing = missingColumns(mapping, headers)
  if (missing.length > 0)
    refuse('import.header', { missing: missing.join(', '), found: headers.join(', ').slice(0, 400) })
  const used = Object.values(mapping.columns).flatMap((source) =>
    typeof source === 'string' ? source : (source.column ?? []),
  )
  const twice = used.find((name) => headers.filter((header) => header === name).length > 1)
  if (twice !== undefined) refuse('import.headerTwice', { column: twice })
  if (!sourceOf(mapping, 'score') && mapping.constant?.score === undefined) {
    refuse('import.noScore', { found: headers.join(', ').slice(0, 400) })
  }
}

function weigh(preview: Preview, number: number, read: ReadRow): void {
  if ('problems' in read) {
    preview.rejected += 1
    for (const code of new Set(read.problems.map((problem) => problem.code))) {
      preview.faults[code] = (preview.faults[code] ?? 0) + 1
    }
    if (preview.examples.length < shown) preview.examples.push({ number, problems: read.problems })
    return
  }
  const { score, submittedAt } = read.response
  preview.scores[score] = (preview.scores[score] ?? 0) + 1
  if (read.history) preview.history += 1
  if (submittedAt === undefined) return
  if (submittedAt.startsWith('1970-01-01')) preview.undated += 1
  if (preview.from === null || submittedAt < preview.from) preview.from = submittedAt
  if (preview.to === null || submittedAt > preview.to) preview.to = submittedAt
}

const nothingYet = (): Preview => ({
  rows: 0,
  scores: new Array<number>(11).fill(0),
  rejected: 0,
  faults: {},
  examples: [],
  history: 0,
  from: null,
  to: null,
  undated: 0,
  wanted: { touchpoints: new Map(), reasons: new Map() },
  otherScale: null,
})
