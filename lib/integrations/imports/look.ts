import { inArray } from 'drizzle-orm'
import { db } from '@/db'
import { responses } from '@/db/schema'
import { organization } from '@/lib/identity'
import { refuse } from '@/lib/kit/refusal'
import { rowsOf } from '@/lib/kit/table'
import { examine, type ImportedResponse, type Mapping, type Preview, rowKeys } from '@/lib/surveys'
import { openUpload } from './files'
import { foresight } from './foresight'
import { knownNames } from './known'
import { surveyIdOf } from './survey'

/** A preview with what only the database knows. */
export type Look = Preview & {
  /** Rows that an earlier run of this file brought already, or that stand twice under one externalId. */
  duplicates: number
  /** Tickets that the rules in force would open; an answer that joins a ticket open today is not foreseen. */
  tickets: number
}

/** What is to be imported: a survey by slug, a mapping, and the path of the file. */
export type Task = { survey: string; mapping: Mapping; file: string }

const batchSize = 500

/** Reads the whole file as the import would and stores nothing. Refuses what the reading of a CSV and `examine` refuse. */
export async function lookAt(task: Task, now: Date): Promise<Look> {
  const house = (await organization()) ?? refuse('organization.unknown')
  const openedBy = await foresight(task.survey, house)
  const nameOf = await namer(task.survey)
  const seen = new Set<string>()
  const tickets = new Set<string>()
  let duplicates = 0
  let batch: { name: string; response: ImportedResponse; history: boolean }[] = []
  const settle = async () => {
    const there = await stored(batch.map(({ name }) => name))
    for (const { name, response, history } of batch) {
      const ticket = history ? null : openedBy(response)
      if (there.has(name) || seen.has(name)) duplicates += 1
      else if (ticket) tickets.add(ticket)
      seen.add(name)
    }
    batch = []
  }
  const each = async (response: ImportedResponse, history: boolean) => {
    batch.push({ name: nameOf(response), response, history })
    if (batch.length === batchSize) await settle()
  }
  const { mapping } = task
  const known = await knownNames()
  const preview = await examine(rowsOf(openUpload(task.file)), { mapping, known, zone: house.timeZone, now, each })
  await settle()
  return { ...preview, duplicates, tickets: tickets.size }
}

// How a stored response is known: by the key of its row, or by its externalId.
async function namer(slug: string): Promise<(response: ImportedResponse) => string> {
  const id = await surveyIdOf(slug)
  const keys = rowKeys(slug)
  return (response) => {
    const key = keys(response)
    return key === null ? `external ${id}:${response.externalId}` : `import:${key}`
  }
}

async function stored(names: string[]): Promise<Set<string>> {
  const externals = names.filter((name) => name.startsWith('external ')).map((name) => name.slice(9))
  const keys = names.filter((name) => !name.startsWith('external '))
  const byKey =
    keys.length > 0
      ? await db.select({ key: responses.idempotency }).from(responses).where(inArray(responses.idempotency, keys))
      : []
  const byExternal =
    externals.length > 0
      ? await db.select({ key: responses.externalKey }).from(responses).where(inArray(responses.externalKey, externals))
      : []
  return new Set([...byKey.map(({ key }) => key ?? ''), ...byExternal.map(({ key }) => `external ${key}`)])
}
