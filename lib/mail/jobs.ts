import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Takes one letter through one attempt. */
export const sendJob = job('mail.send', z.object({ letter: z.string() }))

/** Ends what ends by itself: addresses that have rested long enough. */
export const tidyJob = job('mail.tidy', z.object({}))
