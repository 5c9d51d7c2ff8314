import { every, type Handler, handle, type Scheduled } from '@/lib/jobs'
import { sweepJob } from './jobs'
import { recallSweep, remindSweep } from './sweeps'

export { surveyDesks as desks } from './desks'

/** What this room does when the worker calls. */
export const handlers: Handler[] = [
  handle(sweepJob, async (_, { now }) => {
    await remindSweep(now)
    await recallSweep(now)
  }),
]

/** What it asks for by the clock. */
export const schedule: Scheduled[] = [every('minute', sweepJob)]
