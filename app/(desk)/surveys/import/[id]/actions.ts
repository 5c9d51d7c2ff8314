'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import type { FormState } from '@/app/_ui/form-state'
import { dropImport, mapImport, startImport } from '@/lib/integrations'
import { mappingOfForm } from '@/lib/surveys'

const ById = z.object({ id: z.string() })
const MappingFields = z.object({ id: z.string(), survey: z.string() }).catchall(z.string())

const mapping = answering(
  action(MappingFields, (actor, { id, survey, ...fields }) => mapImport(actor, id, survey, mappingOfForm(fields))),
)

// What is wrong in the mapping, said at the field of the form that made it.
const places: [RegExp, string][] = [
  [/^scale/, 'scaleMin'],
  [/timeZone$/, 'timeZone'],
  [/format/, 'format'],
  [/^constant\.(\w+)/, 'constant'],
]

export async function saveMapping(state: FormState, form: FormData): Promise<FormState> {
  const next = await mapping(state, form)
  const fields = Object.entries(next.fields).map(([path, words]) => [
    places.find(([at]) => at.test(path))?.[1] ?? path,
    words,
  ])
  return { ...next, fields: Object.fromEntries(fields) }
}

export const start = action(ById, (actor, { id }, now) => startImport(actor, id, now))

export const drop = action(ById, async (actor, { id }, now) => {
  await dropImport(actor, id, now)
  redirect('/surveys/import')
})
