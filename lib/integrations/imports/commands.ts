import { existsSync } from 'node:fs'
import { and, eq, inArray } from 'drizzle-orm'
import { atomically, must } from '@/db'
import { imports } from '@/db/schema'
import { record } from '@/lib/events'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { enqueue, nudge } from '@/lib/jobs'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { rowsOf } from '@/lib/kit/table'
import { checkHeader, guessMapping, type Mapping, parseMapping, sampleColumns } from '@/lib/surveys'
import { keepUpload, openUpload, removeFiles, uploadPath } from './files'
import { importJob } from './jobs'
import { importById } from './queries'
import { surveyIdOf } from './survey'

// An import that was refused may be mapped anew: its file still waits.
const editable = ['uploaded', 'failed'] as const

/** What is known of an import before it begins. */
export type Beginning = { id: string; survey: string; fileName: string; bytes: number; mapping: Mapping }

/**
 * Keeps an uploaded CSV and proposes a mapping by its headers. Refuses `identity.forbidden`, `import.surveyUnknown`,
 * `import.tooLarge`, and what cannot be read as a table (`table.…`); nothing is kept then.
 */
export async function receiveUpload(
  actor: Actor,
  upload: { survey: string; fileName: string; bytes: AsyncIterable<Uint8Array> },
  now: Date,
): Promise<string> {
  demand(actor, 'responses.import')
  const id = newId('import')
  try {
    const bytes = await keepUpload(id, upload.bytes)
    const mapping = guessMapping(await sampleColumns(rowsOf(openUpload(uploadPath(id)))))
    await beginImport(actor, { id, survey: upload.survey, fileName: upload.fileName, bytes, mapping }, 'uploaded', now)
    return id
  } catch (error) {
    removeFiles(id)
    throw error
  }
}

/** Writes down that an import begins. Refuses `import.surveyUnknown`. */
export async function beginImport(
  actor: Actor,
  its: Beginning,
  state: 'uploaded' | 'running',
  now: Date,
): Promise<void> {
  const surveyId = await surveyIdOf(its.survey)
  await atomically((tx) => [
    tx.insert(imports).values({
      id: its.id,
      surveyId,
      fileName: its.fileName.slice(0, 200),
      state,
      mapping: its.mapping,
      bytes: its.bytes,
      rows: 0,
      imported: 0,
      duplicates: 0,
      rejected: 0,
      tickets: 0,
      error: null,
      createdBy: actor.kind === 'user' ? actor.id : null,
      createdAt: now,
      doneAt: null,
    }),
  ])
}

/** Stores how the columns are to be read. Refuses a mapping that does not fit the file (`import.mapping`, `import.header`, `import.noScore`). */
export async function mapImport(actor: Actor, id: string, survey: string, mapping: unknown): Promise<void> {
  const its = await importById(actor, id)
  if (!editable.some((state) => state === its.state)) refuse('import.running')
  const checked = parseMapping(mapping)
  for await (const header of rowsOf(openUpload(uploadPath(id)))) {
    checkHeader(header.cells, checked)
    break
  }
  const surveyId = await surveyIdOf(survey)
  await atomically((tx) => [
    must(
      tx
        .update(imports)
        .set({ mapping: checked, surveyId, state: 'uploaded', error: null })
        .where(and(eq(imports.id, id), inArray(imports.state, editable))),
      () => new Refusal('import.running'),
    ),
  ])
}

/** Lets an import run in the worker. Refuses one that runs or is done already, and one whose file is gone. */
export async function startImport(actor: Actor, id: string, now: Date): Promise<void> {
  const { mapping } = await importById(actor, id)
  parseMapping(mapping)
  if (!existsSync(uploadPath(id))) refuse('import.fileGone')
  await atomically((tx) => [
    must(
      tx
        .update(imports)
        .set({ state: 'running', error: null })
        .where(and(eq(imports.id, id), inArray(imports.state, editable))),
      () => new Refusal('import.running'),
    ),
    enqueue(importJob, { importId: id }, now),
    ...record(
      [
        {
          kind: 'import.started',
          subject: { kind: 'import', id },
          actor: authorOf(actor),
          payload: {},
        },
      ],
      now,
    ),
  ])
  nudge()
}

/** Forgets an upload that was not imported, or what is left of one that was. */
export async function dropImport(actor: Actor, id: string, now: Date): Promise<void> {
  const its = await importById(actor, id)
  if (its.state === 'running') refuse('import.running')
  await atomically((tx) => [
    tx
      .update(imports)
      .set({ state: 'cancelled', doneAt: now })
      .where(and(eq(imports.id, id), inArray(imports.state, editable))),
  ])
  removeFiles(id)
}
