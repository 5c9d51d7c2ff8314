import { z } from 'zod'
import { causeSides, controls, phases } from '@/db/words/journeys'
import { channels } from '@/db/words/surveys'

export { type CauseSide, causeSides, controls, type Phase, phases, touchpointStatuses } from '@/db/words/journeys'
export type { Both, Template } from './template'

/** Channels that a touchpoint may have: those where a customer can be met. */
export const touchpointChannels = channels.filter((channel) => channel !== 'import' && channel !== 'api')

const name = z.string().trim().min(1, 'nameNeeded').max(80, 'tooLong')
/** The name in other languages, by language; the empty ones fall away. */
const names = z
  .record(z.enum(['es', 'en']), z.string().trim().max(80, 'tooLong'))
  .or(z.partialRecord(z.enum(['es', 'en']), z.string().trim().max(80, 'tooLong')))
  .transform((its) => Object.fromEntries(Object.entries(its).filter(([, text]) => text)) as Record<string, string>)
  .optional()
const id = z.string().min(1).max(64)

export const JourneyInput = z.object({ name, names, template: z.string().max(64).nullish() })
export const StageInput = z.object({ name, names, phase: z.enum(phases, 'choose') })
export const TouchpointInput = z.object({
  name,
  names,
  channels: z.array(z.enum(channels)).default([]),
  teamId: id.nullish(),
  intended: z.string().trim().max(500, 'tooLong').nullish(),
  desiredScore: z.int().min(0).max(10).nullish(),
})
export const CauseInput = z.object({
  name,
  names,
  side: z.enum(causeSides, 'choose'),
  control: z.enum(controls, 'choose').default('us'),
  stopper: z.boolean().default(false),
  parentId: id.nullish(),
})

export type JourneyInput = z.input<typeof JourneyInput>
export type StageInput = z.input<typeof StageInput>
export type TouchpointInput = z.input<typeof TouchpointInput>
export type CauseInput = z.input<typeof CauseInput>
