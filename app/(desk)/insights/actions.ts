'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { addInitiative, editInitiative } from '@/lib/insights'
import { InitiativeInput } from '@/lib/insights/shared'

const empty = (value: unknown) => (value === '' ? null : value)
const Form = z.object({
  id: z.string().max(64).default(''),
  version: z.coerce.number().int().default(0),
  touchpoint: InitiativeInput.shape.touchpoint,
  title: InitiativeInput.shape.title,
  state: InitiativeInput.shape.state,
  owner: z.preprocess(empty, InitiativeInput.shape.owner),
  due: z.preprocess(empty, InitiativeInput.shape.due),
  live: z.preprocess(empty, InitiativeInput.shape.live),
})

/** Writes down a change at a touchpoint, or an old one anew when the form names its id and version. */
export const saveInitiative = answering(
  action(Form, async (actor, { id, version, ...input }, now) => {
    if (id) await editInitiative(actor, id, version, input, now)
    else await addInitiative(actor, input, now)
  }),
)
