import { type Actor, demand } from '@/lib/identity/shared'
import { once } from '@/lib/kit/once'
import { isRefusal, type Refusal } from '@/lib/kit/refusal'
import { rowsOf } from '@/lib/kit/table'
import { mustBeSound, parseMapping, type SampledColumn, sampleColumns } from '@/lib/surveys'
import { openUpload, uploadPath } from './files'
import { type Look, lookAt } from './look'
import { importById } from './queries'

/** What the page tells of an upload: what would come of it, and why it must not be imported as it stands. */
export type Outlook = { look: Look | null; refusal: Refusal | null }

type Kept = Map<string, { at: number; outlook: Promise<Outlook> }>
const keepFor = 60_000
const kept = (): Kept => once('import.outlooks', () => new Map())

/** The columns of an upload with some of their cells. Refuses `identity.forbidden`, `import.unknown`, `import.fileGone`. */
export async function importColumns(actor: Actor, id: string): Promise<SampledColumn[]> {
  demand(actor, 'responses.import')
  return sampleColumns(rowsOf(openUpload(uploadPath(id))))
}

/** Reads an upload through its mapping; the same mapping within a minute is not read twice. */
export async function outlookOf(actor: Actor, id: string, now: Date): Promise<Outlook> {
  const { mapping, survey } = await importById(actor, id)
  const key = JSON.stringify([id, survey, mapping])
  for (const [old, { at }] of kept()) if (now.getTime() - at > keepFor) kept().delete(old)
  const known = kept().get(key)
  if (known) return known.outlook
  const outlook = see(id, survey ?? '', mapping, now)
  kept().set(key, { at: now.getTime(), outlook })
  return outlook
}

async function see(id: string, survey: string, given: unknown, now: Date): Promise<Outlook> {
  let look: Look | null = null
  try {
    look = await lookAt({ survey, mapping: parseMapping(given), file: uploadPath(id) }, now)
    mustBeSound(look)
    return { look, refusal: null }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { look, refusal: error }
  }
}
