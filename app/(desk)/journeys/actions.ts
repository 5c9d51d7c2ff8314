'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { localeOf, organization } from '@/lib/identity'
import {
  addStage,
  changeStage,
  createJourney,
  JourneyInput,
  moveStage,
  renameJourney,
  restoreStage,
  retireJourney,
  retireStage,
  StageInput,
} from '@/lib/journeys'

const id = z.string().max(64)
const nameOther = z.string().trim().max(80, 'tooLong').default('')

/** A second name as it is stored: in the language that the organization does not speak. */
async function inOther(text: string): Promise<Record<string, string>> {
  const house = await organization()
  return text ? { [localeOf(house?.locale ?? 'es') === 'es' ? 'en' : 'es']: text } : {}
}

/** A new journey, from a template or blank; goes to its map. */
export const addJourney = answering(
  action(JourneyInput.pick({ name: true }).extend({ template: z.string().max(64) }), (actor, { name, template }, now) =>
    createJourney(actor, { name, template: template === 'blank' ? null : template }, now),
  ),
  ({ slug }) => ({ go: `/journeys/${slug}` }),
)

export const nameJourney = answering(
  action(z.object({ id, name: JourneyInput.shape.name, nameOther }), async (actor, input, now) =>
    renameJourney(actor, input.id, { name: input.name, names: await inOther(input.nameOther) }, now),
  ),
)

export const setJourney = answering(
  action(z.object({ id, retired: z.enum(['yes', 'no']) }), (actor, input, now) =>
    retireJourney(actor, input.id, input.retired === 'yes', now),
  ),
)

const Stage = StageInput.pick({ name: true, phase: true }).extend({ id, nameOther })

/** `id` is the journey's. */
export const newStage = answering(
  action(Stage, async (actor, input, now) =>
    addStage(actor, input.id, { name: input.name, phase: input.phase, names: await inOther(input.nameOther) }, now),
  ),
)

export const saveStage = answering(
  action(Stage, async (actor, input, now) =>
    changeStage(actor, input.id, { name: input.name, phase: input.phase, names: await inOther(input.nameOther) }, now),
  ),
)

export const placeStage = action(z.object({ id, index: z.number().int() }), (actor, input, now) =>
  moveStage(actor, input.id, input.index, now),
)

export const setStage = action(z.object({ id, retired: z.boolean() }), (actor, input, now) =>
  input.retired ? retireStage(actor, input.id, now) : restoreStage(actor, input.id, now),
)
