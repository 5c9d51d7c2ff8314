import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Takes one letter through one attempt. */
export const sendJob = job('mail.send', z.object({ letter: z.string() }))
