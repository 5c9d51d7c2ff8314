'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { demand, localeOf, organization } from '@/lib/identity'
import {
  addCause,
  addTouchpoint,
  causeSides,
  changeTouchpoint,
  moveTouchpoint,
  restoreTouchpoint,
  retireTouchpoint,
  setReasons,
  TouchpointInput,
  touchpointsBySlug,
} from '@/lib/journeys'
import { refuse } from '@/lib/kit/refusal'
import { channels } from '@/lib/surveys/shared'

const id = z.string().max(64)
const blankAsNull = z.string().transform((text) => text.trim() || null)
const Point = z.object({
  name: TouchpointInput.shape.name,
  nameOther: z.string().trim().max(80, 'tooLong').default(''),
  channels: z.array(z.enum(channels)).default([]),
  teamId: blankAsNull.default(null),
})

async function inOther(text: string): Promise<Record<string, string>> {
  const house = await organization()
  return text ? { [localeOf(house?.locale ?? 'es') === 'es' ? 'en' : 'es']: text } : {}
}

export const newPoint = answering(
  action(Point.extend({ stageId: id }), async (actor, { stageId, nameOther, ...input }, now) =>
    addTouchpoint(actor, stageId, { ...input, names: await inOther(nameOther) }, now),
  ),
)

const Details = Point.extend({
  id,
  intended: blankAsNull.default(null).refine((text) => (text?.length ?? 0) <= 500, 'tooLong'),
  desiredScore: z
    .string()
    .default('')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((score) => score === null || (Number.isInteger(score) && score >= 0 && score <= 10), 'choose'),
})

export const savePoint = answering(
  action(Details, async (actor, { id: point, nameOther, ...input }, now) =>
    changeTouchpoint(actor, point, { ...input, names: await inOther(nameOther) }, now),
  ),
)

/** Puts a touchpoint at `index` among those of a stage, 0 is first. */
export const placePoint = action(z.object({ id, stageId: id, index: z.coerce.number().int() }), (actor, input, now) =>
  moveTouchpoint(actor, input.id, input.stageId, input.index, now),
)

export const setPoint = action(z.object({ id, retired: z.boolean() }), (actor, input, now) =>
  input.retired ? retireTouchpoint(actor, input.id, now) : restoreTouchpoint(actor, input.id, now),
)

/** The whole list of reasons, in order. */
export const orderReasons = action(z.object({ id, causes: z.array(id).max(60) }), (actor, input, now) =>
  setReasons(actor, input.id, input.causes, now),
)

const Reason = z.object({
  id,
  side: z.enum(causeSides),
  present: z.array(id).max(60).default([]),
  causeId: z.string().max(64).default(''),
  name: z.string().trim().max(80, 'tooLong').default(''),
})

/** One more reason at a touchpoint: one that exists, or a new one by its name. */
export const addReason = answering(
  action(Reason, async (actor, { id: point, side, present, causeId, name }, now) => {
    if (!causeId && !name) refuse('input.invalid', {}, [{ path: 'causeId', code: 'choose', message: 'choose' }])
    demand(actor, 'journeys.edit')
    // A reason is not made for a place that is not there.
    if (![...(await touchpointsBySlug({ retired: true })).values()].some((one) => one.id === point))
      refuse('touchpoint.unknown')
    const cause = causeId || (await addCause(actor, { name, side }, now)).id
    await setReasons(actor, point, [...present.filter((one) => one !== cause), cause], now)
  }),
)
