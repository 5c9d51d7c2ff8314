import { rmSync } from 'node:fs'
import { and, eq, lt, ne } from 'drizzle-orm'
import { db } from '@/db'
import { imports, surveys, users } from '@/db/schema'
import { isLocale } from '@/lib/i18n'
import { handle } from '@/lib/jobs'
import { after, days } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { parseMapping } from '@/lib/surveys'
import { explainer } from './explain'
import { removeFiles, uploadPath } from './files'
import { importJob, sweepImportsJob } from './jobs'
import { runImport } from './run'
import { endImport, noteProgress } from './settle'

/** Runs what the page started; a run that was cut off runs again and brings nothing twice. */
export const importHandler = handle(importJob, async ({ importId }, { now }) => {
  const [its] = await db
    .select({ state: imports.state, mapping: imports.mapping, survey: surveys.slug, locale: users.locale })
    .from(imports)
    .innerJoin(surveys, eq(surveys.id, imports.surveyId))
    .leftJoin(users, eq(users.id, imports.createdBy))
    .where(eq(imports.id, importId))
    .limit(1)
  if (its?.state !== 'running') return
  const file = uploadPath(importId)
  const explain = explainer(isLocale(its.locale) ? its.locale : 'es')
  const progress = (soFar: Parameters<typeof noteProgress>[1]) => noteProgress(importId, soFar)
  try {
    const task = { survey: its.survey, mapping: parseMapping(its.mapping), file, importId, explain, progress }
    await endImport(importId, await runImport(task, now), now)
    rmSync(file, { force: true })
  } catch (error) {
    if (!isRefusal(error)) throw error
    await endImport(importId, { error: error.code }, now)
  }
})

/** Customers' words do not lie about in files for ever: what an import left goes after a week. */
export const sweepImportsHandler = handle(sweepImportsJob, async (_, { now }) => {
  const old = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(ne(imports.state, 'running'), lt(imports.createdAt, after(now, -days(7)))))
  for (const { id } of old) removeFiles(id)
})
