'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { callBack, sendAgain } from '@/lib/followups'

const Named = z.looseObject({ id: z.string().min(1) })

/** Puts a letter back in line. */
export const again = answering(action(Named, (actor, { id }, now) => sendAgain(actor, id, now)))

/** Keeps a letter from leaving. */
export const stop = answering(action(Named, (actor, { id }, now) => callBack(actor, id, now)))
