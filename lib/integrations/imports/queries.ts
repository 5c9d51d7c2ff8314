import { desc, eq } from 'drizzle-orm'
import { db } from '@/db'
import { imports, surveys, users } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'

const columns = {
  id: imports.id,
  survey: surveys.slug,
  surveyName: surveys.name,
  surveyNames: surveys.names,
  fileName: imports.fileName,
  state: imports.state,
  mapping: imports.mapping,
  bytes: imports.bytes,
  rows: imports.rows,
  imported: imports.imported,
  duplicates: imports.duplicates,
  rejected: imports.rejected,
  tickets: imports.tickets,
  error: imports.error,
  createdBy: users.name,
  createdAt: imports.createdAt,
  doneAt: imports.doneAt,
}

const selected = () =>
  db
    .select(columns)
    .from(imports)
    .leftJoin(surveys, eq(surveys.id, imports.surveyId))
    .leftJoin(users, eq(users.id, imports.createdBy))

export type ImportRecord = Awaited<ReturnType<typeof selected>>[number]

/** One import; refuses `identity.forbidden`, `import.unknown`. */
export async function importById(actor: Actor, id: string): Promise<ImportRecord> {
  demand(actor, 'responses.import')
  const [found] = await selected().where(eq(imports.id, id)).limit(1)
  return found ?? refuse('import.unknown')
}

/** The last twenty imports, newest first. */
export async function listImports(actor: Actor): Promise<ImportRecord[]> {
  demand(actor, 'responses.import')
  return selected().orderBy(desc(imports.createdAt)).limit(20)
}

/** The surveys that answers can be imported into: all but those that ask again after a ticket. */
export async function importableSurveys(actor: Actor) {
  demand(actor, 'responses.import')
  const rows = await db.select().from(surveys).orderBy(surveys.createdAt)
  return rows
    .filter(({ kind }) => kind !== 'recovery')
    .map(({ slug, name, names, status }) => ({ slug, name, names, status }))
}
