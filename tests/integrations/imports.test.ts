import { existsSync, readFileSync } from 'node:fs'
import { and, eq, like } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { causes, imports, jobs, letters, responses, tickets, touchpoints } from '@/db/schema'
import {
  dropImport,
  explainer,
  importById,
  largestUpload,
  lookAt,
  mapImport,
  receiveUpload,
  rejectedPath,
  runImport,
  startImport,
  uploadPath,
} from '@/lib/integrations'
import { importHandler, sweepImportsHandler } from '@/lib/integrations/imports/handlers'
import { newId } from '@/lib/kit/ids'
import { parseMapping } from '@/lib/surveys'
import { foundWorld, friday, later, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const mapping = {
  columns: {
    score: 'score',
    comment: 'comment',
    touchpoint: 'where',
    'customer.email': 'mail',
    submittedAt: 'date',
  },
}
const file = [
  'score,comment,where,mail,date',
  '2,"Llegó tarde, y roto",Entrega a domicilio,ana@example.com,2026-11-19 10:00',
  '3,Otra vez,entrega,ANA@example.com,2026-11-19 11:00',
  '9,Bien,Tienda,,2026-11-18',
  '9,Bien,Tienda,,2026-11-18',
  '1,Viejo,Tienda,luis@example.com,2026-01-10',
  'x,Malo,Tienda,,2026-11-18',
  '4,=1+1,Luna,,2026-11-18',
].join('\n')

test('a person uploads, maps, looks and starts; the worker imports; the second time brings nothing', async () => {
  const manager = world.manager
  const id = await receiveUpload(manager, { survey: 'nps', fileName: 'noviembre.csv', bytes: chunks(file) }, friday)
  expect(await importById(manager, id)).toMatchObject({
    state: 'uploaded',
    survey: 'nps',
    bytes: Buffer.byteLength(file),
  })
  await mapImport(manager, id, 'nps', mapping)
  const look = await lookAt({ survey: 'nps', mapping: parseMapping(mapping), file: uploadPath(id) }, friday)
  expect(look).toMatchObject({
    rows: 7,
    rejected: 2,
    history: 1,
    tickets: 1,
    duplicates: 0,
    faults: { scoreNotNumber: 1, touchpointUnknown: 1 },
  })
  expect(await db.$count(responses)).toBe(0)

  await startImport(manager, id, friday)
  expect(await runJob(id)).toEqual(['done'])
  expect(await importById(manager, id)).toMatchObject({
    state: 'done',
    rows: 7,
    imported: 5,
    duplicates: 0,
    rejected: 2,
    tickets: 1,
  })
  expect(await db.$count(responses, eq(responses.importId, id))).toBe(5)
  expect(await db.$count(tickets)).toBe(1)
  const old = await db.select().from(responses).where(like(responses.comment, 'Viejo'))
  expect(old).toMatchObject([{ history: true, ticketId: null, day: '2026-01-10' }])
  const mailed = await db.$count(letters)
  expect(existsSync(uploadPath(id))).toBe(false)

  const again = await receiveUpload(
    manager,
    { survey: 'nps', fileName: 'noviembre.csv', bytes: chunks(file) },
    later(60),
  )
  await mapImport(manager, again, 'nps', mapping)
  await startImport(manager, again, later(60))
  await runJob(again, later(61))
  expect(await importById(manager, again)).toMatchObject({ state: 'done', imported: 0, duplicates: 5, rejected: 2 })
  expect(await db.$count(responses)).toBe(5)
  expect(await db.$count(letters)).toBe(mailed)
})

test('rejected rows come back as a file that says why, and no cell of it is a formula', async () => {
  const importId = newId('import')
  await runImport({ ...(await task(file)), importId, explain: explainer('es') }, friday)
  const [header, first, second] = readFileSync(rejectedPath(importId), 'utf8').split('\r\n')
  expect(header).toBe('\uFEFFscore,comment,where,mail,date,lazo_error')
  expect(first).toBe('x,Malo,Tienda,,2026-11-18,score: «x» no es un número')
  expect(second).toBe("4,'=1+1,Luna,,2026-11-18,where: no existe el punto de contacto «Luna»")
})

test('touchpoints and reasons that the mapping may make are made once', async () => {
  const text = 'nps,stage,why\n10,Línea de ayuda,Amable\n0,Línea de Ayuda,Amable\n8,Tienda,Amable'
  const columns = {
    score: 'nps',
    touchpoint: { column: 'stage', create: true },
    reasons: { column: 'why', create: true },
  }
  const result = await runImport(
    { ...(await task(text, { columns, history: true })), importId: newId('import'), explain: explainer('en') },
    friday,
  )
  expect(result).toMatchObject({ rows: 3, imported: 3, rejected: 0, tickets: 0 })
  expect(await db.$count(touchpoints, eq(touchpoints.slug, 'linea-de-ayuda'))).toBe(1)
  expect(await db.$count(causes, eq(causes.slug, 'amable'))).toBe(1)
})

test('a row with an externalId is known by it: twice the same is one, twice another is refused', async () => {
  const text = 'id,score\na,9\na,9\na,3\nb,9'
  const mapped = { columns: { score: 'score', externalId: 'id' }, history: true }
  const look = await lookAt(await task(text, mapped), friday)
  expect(look.duplicates).toBe(2)
  const result = await runImport(
    { ...(await task(text, mapped)), importId: newId('import'), explain: explainer('es') },
    friday,
  )
  expect(result).toMatchObject({ rows: 4, imported: 2, duplicates: 1, rejected: 1 })
})

test('what is no CSV, too large, or for no survey leaves nothing behind', async () => {
  const { manager, lead } = world
  const upload = (bytes: AsyncIterable<Uint8Array>, survey = 'nps') =>
    receiveUpload(manager, { survey, fileName: 'x.csv', bytes }, friday)
  const before = await db.$count(imports)
  await expect(upload(chunks('a,b\n1,\0'))).rejects.toMatchObject({ code: 'table.nul' })
  await expect(upload(chunks(''))).rejects.toMatchObject({ code: 'table.empty' })
  await expect(upload(chunks('score\n9'), 'recuperacion')).rejects.toMatchObject({ code: 'import.surveyUnknown' })
  await expect(upload(endless())).rejects.toMatchObject({ code: 'import.tooLarge' })
  await expect(
    receiveUpload(lead, { survey: 'nps', fileName: 'x', bytes: chunks('score\n9') }, friday),
  ).rejects.toMatchObject({ code: 'identity.forbidden' })
  expect(await db.$count(imports)).toBe(before)
})

test('a wrong mapping is refused and the upload stays as it was; a dropped one is gone from disk', async () => {
  const manager = world.manager
  const id = await receiveUpload(
    manager,
    { survey: 'nps', fileName: 'x.csv', bytes: chunks('Nota,Texto\n1,a\n5,b\n3,c\n4,d\n2,e') },
    friday,
  )
  await expect(mapImport(manager, id, 'nps', { columns: { score: 'NPS' } })).rejects.toMatchObject({
    code: 'import.header',
  })
  await expect(mapImport(manager, id, 'nps', { columns: { comment: 'Texto' } })).rejects.toMatchObject({
    code: 'import.noScore',
  })
  expect(await importById(manager, id)).toMatchObject({ state: 'uploaded', mapping: { columns: { score: 'Nota' } } })
  await startImport(manager, id, friday)
  await expect(startImport(manager, id, friday)).rejects.toMatchObject({ code: 'import.running' })
  await runJob(id)
  expect(await importById(manager, id)).toMatchObject({ state: 'failed', error: 'import.scale', imported: 0 })
  await mapImport(manager, id, 'nps', { columns: { score: 'Nota' }, scale: { min: 1, max: 5 } })
  expect(await importById(manager, id)).toMatchObject({ state: 'uploaded', error: null })
  await dropImport(manager, id, friday)
  expect(existsSync(uploadPath(id))).toBe(false)
  await expect(startImport(manager, id, friday)).rejects.toMatchObject({ code: 'import.fileGone' })
})

test('after a week nothing of a file is left on disk', async () => {
  const manager = world.manager
  const id = await receiveUpload(manager, { survey: 'nps', fileName: 'x.csv', bytes: chunks('score\n9') }, friday)
  await sweepImportsHandler.run([{ id: 'job', payload: {}, attempts: 1 }], later(60 * 24 * 6))
  expect(existsSync(uploadPath(id))).toBe(true)
  await sweepImportsHandler.run([{ id: 'job', payload: {}, attempts: 1 }], later(60 * 24 * 8))
  expect(existsSync(uploadPath(id))).toBe(false)
})

async function runJob(importId: string, now = friday) {
  const waiting = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, 'import.run')))
  const mine = waiting.filter((job) => job.payload.importId === importId)
  const endings = await importHandler.run(
    mine.map(({ id, payload }) => ({ id, payload, attempts: 1 })),
    now,
  )
  return endings.map(({ end }) => end)
}

async function task(text: string, mapped: unknown = mapping) {
  const manager = world.manager
  const id = await receiveUpload(manager, { survey: 'nps', fileName: 'x.csv', bytes: chunks(text) }, friday)
  return { survey: 'nps', mapping: parseMapping(mapped), file: uploadPath(id) }
}

async function* chunks(text: string) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50)
}

async function* endless() {
  yield Buffer.from('score\n')
  const block = Buffer.from('9\n'.repeat(2 ** 19))
  for (let sent = 0; sent <= largestUpload; sent += block.length) yield block
}
