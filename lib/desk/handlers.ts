import { every, type Handler, handle, later, type Scheduled } from '@/lib/jobs'
import { after, now as present } from '@/lib/kit/clock'
import { workOff } from './bulk-work'
import { bulkJob, forgetJob } from './jobs'
import { forgetNotices } from './notices'
import { forgetPresences } from './presence'

export { afterNews } from './news'

// A run gives way after so long, and is among the next jobs again, however many others wait.
const turnMs = 1_000

/** What the desk's jobs do. A run over many tickets goes on in turns, so that other work goes on, too. */
export const handlers: Handler[] = [
  handle(bulkJob, async ({ run, since }, { now }) => {
    const until = after(present(), turnMs)
    while (await workOff(run, now)) if (present() >= until) throw later(new Date(since))
  }),
  handle(forgetJob, async (_, { now }) => {
    await forgetPresences(now)
    await forgetNotices(now)
  }),
]

/** What the clock asks of the desk. */
export const schedule: Scheduled[] = [every('hour', forgetJob)]
