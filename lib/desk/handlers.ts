import { every, type Handler, handle, later, type Scheduled } from '@/lib/jobs'
import { workOff } from './bulk-work'
import { bulkJob, forgetJob } from './jobs'
import { forgetNotices } from './notices'
import { forgetPresences } from './presence'

export { afterNews } from './news'

/** What the desk's jobs do. A run gives way after each chunk, so that other work goes on. */
export const handlers: Handler[] = [
  handle(bulkJob, async ({ run }, { now }) => {
    if (await workOff(run, now)) throw later(now)
  }),
  handle(forgetJob, async (_, { now }) => {
    await forgetPresences(now)
    await forgetNotices(now)
  }),
]

/** What the clock asks of the desk. */
export const schedule: Scheduled[] = [every('hour', forgetJob)]
