'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { createKey, KeyInput, revokeKey } from '@/lib/identity'

/** A key for one system; shown once. */
export const makeKey = answering(
  action(KeyInput, (actor, input, now) => createKey(actor, input, now)),
  ({ key }) => ({ made: key }),
)

export const endKey = answering(
  action(z.object({ id: z.string().max(64) }), (actor, { id }, now) => revokeKey(actor, id, now)),
)
