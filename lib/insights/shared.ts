import { z } from 'zod'
import { initiativeStates } from '@/db/words/insights'

export { initiativeStates } from '@/db/words/insights'
export type { Change, Counts, NpsInterval } from './nps'
export { fewest } from './nps'
export type { Mean, Rate } from './rate'

const day = z.iso.date()
const word = z.string().min(1).max(64)

/** What a board is asked for: local days, both included; the rest are slugs and codes. */
export const BoardFilter = z
  .strictObject({
    from: day,
    to: day,
    survey: word.optional(),
    team: word.optional(),
    channel: word.optional(),
    language: word.optional(),
    segment: word.optional(),
    journey: word.optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before its beginning' })
export type BoardFilter = z.infer<typeof BoardFilter>

/** What a person says of a change at a touchpoint; days are local, `null` takes back. */
export const InitiativeInput = z.strictObject({
  touchpoint: word,
  title: z.string().trim().min(1).max(120),
  state: z.enum(initiativeStates).default('identified'),
  owner: z.string().max(64).nullish(),
  due: day.nullish(),
  live: day.nullish(),
})
export type InitiativeInput = z.infer<typeof InitiativeInput>
