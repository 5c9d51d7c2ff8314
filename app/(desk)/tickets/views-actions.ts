'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import * as desk from '@/lib/desk'
import { ViewInput, ViewOrder, ViewPatch } from '@/lib/desk/shared'

const Id = z.object({ id: z.string().max(64) })

/** Saves what the queue shows as a view. Resolves with its id: `/tickets?view={id}`. */
export const saveView = action(ViewInput, (actor, input, now) => desk.saveView(actor, input, now))

/** Changes a view: its name, what it asks, how it is shown, with whom it is shared. */
export const changeView = action(Id.extend({ patch: ViewPatch }), (actor, { id, patch }, now) =>
  desk.changeView(actor, id, patch, now),
)

/** Removes a view for everybody who had it. */
export const removeView = action(Id, (actor, { id }) => desk.removeView(actor, id))

/** Puts views in the order of their ids. */
export const reorderViews = action(ViewOrder, (actor, { ids }, now) => desk.orderViews(actor, ids, now))
