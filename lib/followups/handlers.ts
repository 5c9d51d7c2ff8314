import { every, type Handler, handle, type Scheduled } from '@/lib/jobs'
import { capped } from './capped'
import { desks as own } from './desks'
import { sweepJob } from './jobs'
import { recoverySweep, silenceSweep } from './sweeps'

export { inboxDesk } from './incoming/desk'
export { afterMail, afterReopening, afterResolving } from './listeners'

/** Whoever writes the letters about a case. */
export const desks = capped(own)

/** What this room does when the worker calls. */
export const handlers: Handler[] = [
  handle(sweepJob, async (_, { now }) => {
    await recoverySweep(now)
    await silenceSweep(now)
  }),
]

/** What it asks for by the clock. */
export const schedule: Scheduled[] = [every('minute', sweepJob)]
