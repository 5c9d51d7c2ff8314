import { every, type Handler, handle, type Scheduled } from '@/lib/jobs'
import { sweepJob } from './jobs'
import { recoverySweep, silenceSweep } from './sweeps'

export { desks } from './desks'
export { afterReopening, afterResolving } from './listeners'

/** What this room does when the worker calls. */
export const handlers: Handler[] = [
  handle(sweepJob, async (_, { now }) => {
    await recoverySweep(now)
    await silenceSweep(now)
  }),
]

/** What it asks for by the clock. */
export const schedule: Scheduled[] = [every('minute', sweepJob)]
