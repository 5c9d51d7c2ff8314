import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db'
import { responses, tallyDays } from '@/db/schema'
import { board } from '@/lib/insights'
import { explainer, runImport } from '@/lib/integrations'
import { newId } from '@/lib/kit/ids'
import { rowsOf } from '@/lib/kit/table'
import { guessMapping, parseMapping, sampleColumns } from '@/lib/surveys'
import { foundWorld, friday, type World } from '../support/world'

// Real feedback by real people lies beside the repository and stays there: only counts are compared here.
const folder = resolve('../shared/data')
const there = existsSync(folder)
if (!there) process.stdout.write(`NOT CHECKED: ${folder} is absent, so no real file was imported\n`)

const files = {
  nhs: 'nhs_feedback_en/responses.csv',
  skytrax: 'skytrax_seats_en/reviews.csv',
  coah: 'coah_hotels_es/reviews.csv',
  cfpb: 'cfpb_complaints_en/complaints.csv',
}

const mappings = {
  nhs: {
    columns: {
      score: 'FFT categorical answer',
      comment: 'FFT answer',
      submittedAt: { column: 'Date', format: ['dd/MM/yyyy', 'd/M/yyyy', 'M/d/yyyy'], timeZone: 'Europe/London' },
      touchpoint: { column: 'Service type 1', create: true },
      reasons: {
        columns: ['Timeliness of care', 'Staff manner & personal attributes', 'Contacting services'],
        create: true,
      },
      'attributes.trust': 'Trust',
    },
    scale: { min: 1, max: 5, invert: true, blank: ['6', '7'] },
    constant: { language: 'en' },
  },
  skytrax: {
    columns: { score: 'overall_rating', comment: 'content', submittedAt: 'date', 'attributes.airline': 'airline_name' },
    scale: { min: 1, max: 10 },
    constant: { language: 'en' },
  },
  coah: {
    columns: { score: 'rank', comment: 'review', 'attributes.title': 'abstract' },
    scale: { min: 1, max: 5 },
    constant: { language: 'es', submittedAt: '2026-01-15' },
  },
}

describe.runIf(there)('files that nobody here wrote', () => {
  let world: World
  const byHandOf: Partial<Record<keyof typeof ids, ReturnType<typeof count>>> = {}
  beforeAll(async () => {
    world = await foundWorld()
  })

  test('patients’ answers from 1 very good to 5 very poor, 6 and 7 meaning none', async () => {
    const asTen: Record<string, number> = { 1: 10, 2: 8, 3: 5, 4: 3, 5: 0 }
    const byHand = count(files.nhs, (row) => asTen[row['FFT categorical answer'] ?? ''])
    expect(await imported('nhs')).toMatchObject({
      ...byHand.counts,
      duplicates: 0,
      tickets: 0,
      rejectedFile: expect.any(String),
    })
    byHandOf.nhs = byHand
    expect(await stored('nhs')).toEqual({ scores: byHand.scores, nps: byHand.nps })
  })

  test('travellers’ ratings from 1.0 to 10.0', async () => {
    // 1 is the worst and 10 the best: (rating − 1) / 9 of ten, halves up.
    const byHand = count(files.skytrax, (row) =>
      row.overall_rating === '' ? undefined : Math.round(((Number(row.overall_rating) - 1) / 9) * 10),
    )
    expect(await imported('skytrax')).toMatchObject(byHand.counts)
    byHandOf.skytrax = byHand
    expect(await stored('skytrax')).toEqual({ scores: byHand.scores, nps: byHand.nps })
  })

  test('hotel guests’ one to five stars, in Spanish with all its accents', async () => {
    const stars = [0, 3, 5, 8, 10]
    const byHand = count(files.coah, (row) => stars[Number(row.rank) - 1])
    expect(await imported('coah')).toMatchObject(byHand.counts)
    byHandOf.coah = byHand
    expect(await stored('coah')).toEqual({ scores: byHand.scores, nps: byHand.nps })
    const words = new Set(records(files.coah).map((row) => row.review))
    const kept = await db.select({ comment: responses.comment }).from(responses).where(eq(responses.importId, ids.coah))
    expect(kept.filter(({ comment }) => comment !== null && !words.has(comment))).toEqual([])
  })

  test('the board’s tallies hold every answer of the three files once', async () => {
    const days = await db.select().from(tallyDays)
    const totals = Array.from({ length: 11 }, (_, score) =>
      days.reduce((sum, day) => sum + Number(day[`s${score}` as 's0']), 0),
    )
    const each = await Promise.all([stored('nhs'), stored('skytrax'), stored('coah')])
    expect(totals).toEqual(totals.map((_, score) => each.reduce((sum, { scores }) => sum + (scores[score] ?? 0), 0)))
  })

  test('the board shows the NPS that a count by hand gives', async () => {
    const spans = {
      nhs: ['2020-01-01', '2022-12-31'],
      skytrax: ['1970-01-01', '2019-12-31'],
      coah: ['2026-01-01', '2026-01-31'],
    } as const
    for (const [name, [from, to]] of Object.entries(spans) as [keyof typeof spans, readonly [string, string]][]) {
      const { total } = await board(world.manager, { from, to, survey: 'nps' }, friday)
      const { scores, nps } = byHandOf[name] ?? { scores: [], nps: 0 }
      expect([name, total.n]).toEqual([name, scores.reduce((sum, n) => sum + n, 0)])
      expect(total.nps).toBeCloseTo(nps, 9)
    }
  })

  test('the second run of each file brings nothing', async () => {
    for (const name of ['nhs', 'skytrax', 'coah'] as const) {
      const { imported: fresh, duplicates, rows, rejected } = await imported(name)
      expect({ fresh, duplicates }).toEqual({ fresh: 0, duplicates: rows - rejected })
    }
  })

  test('scales that nobody stated are asked for, never guessed', async () => {
    for (const name of ['nhs', 'skytrax', 'coah'] as const) {
      const { scale: _, ...unsaid } = mappings[name]
      await expect(imported(name, unsaid)).rejects.toMatchObject({ code: 'import.scale' })
    }
  })

  test('complaints without a score are refused, never read as 0', async () => {
    const guessed = guessMapping(await sampleColumns(rowsOf(bytesOf(files.cfpb))))
    await expect(run(files.cfpb, guessed, newId('import'))).rejects.toMatchObject({ code: 'import.noScore' })
    const forced = { columns: { score: 'Product', comment: 'Consumer complaint narrative' } }
    await expect(run(files.cfpb, forced, newId('import'))).rejects.toMatchObject({ code: 'import.noScore' })
  })
})

const ids = { nhs: newId('import'), skytrax: newId('import'), coah: newId('import') }

const imported = (name: keyof typeof mappings, mapping: unknown = mappings[name]) =>
  run(files[name], mapping, ids[name])

const run = (file: string, mapping: unknown, importId: string) =>
  runImport(
    { survey: 'nps', mapping: parseMapping(mapping), file: resolve(folder, file), importId, explain: explainer('es') },
    friday,
  )

async function stored(name: keyof typeof ids) {
  const rows = await db
    .select({ score: responses.score, category: responses.category })
    .from(responses)
    .where(eq(responses.importId, ids[name]))
  const share = (category: string) => (100 * rows.filter((row) => row.category === category).length) / rows.length
  return { scores: tally(rows.map(({ score }) => score)), nps: share('promoter') - share('detractor') }
}

// By hand: another reader of CSV, and arithmetic that knows nothing of mappings.
function count(file: string, scoreOf: (row: Record<string, string>) => number | undefined) {
  const all = records(file).map(scoreOf)
  const scores = all.filter((score) => score !== undefined)
  const counts = { rows: all.length, imported: scores.length, rejected: all.length - scores.length }
  return { counts, scores: tally(scores), nps: npsOf(scores) }
}

// Promoters say 9 or 10, detractors 6 or less.
function npsOf(scores: number[]): number {
  const share = (from: number, to: number) =>
    (100 * scores.filter((score) => score >= from && score <= to).length) / scores.length
  return share(9, 10) - share(0, 6)
}

function tally(scores: number[]): number[] {
  return Array.from({ length: 11 }, (_, score) => scores.filter((one) => one === score).length)
}

const records = (file: string): Record<string, string>[] =>
  parse(readFileSync(resolve(folder, file)), { columns: true, bom: true, skip_empty_lines: true })

async function* bytesOf(file: string) {
  yield readFileSync(resolve(folder, file))
}
