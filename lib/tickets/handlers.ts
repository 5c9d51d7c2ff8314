import { atomically } from '@/db'
import { enqueue, every, type Handler, handle, type Scheduled } from '@/lib/jobs'
import { slaJob, wakeJob } from './jobs'
import { nextAlarmAfter, slaSweep, wakeSweep } from './sweeps'

export { afterWords } from './indexing'

const minute = 60_000
const step = 10_000

/** What this room does when the worker calls. */
export const handlers: Handler[] = [
  handle(slaJob, async (_, { now }) => {
    await slaSweep(now)
    await lookAgain(now)
  }),
  handle(wakeJob, async (_, { now }) => void (await wakeSweep(now))),
]

/** What it asks for by the clock. */
export const schedule: Scheduled[] = [every('minute', slaJob), every('minute', wakeJob)]

// An alarm of the coming minute is told when it is due, to ten seconds, and not when the next minute is swept.
async function lookAgain(now: Date): Promise<void> {
  const next = await nextAlarmAfter(now)
  if (!next || next.getTime() - now.getTime() > minute) return
  const runAt = new Date(Math.ceil(next.getTime() / step) * step)
  await atomically(() => [enqueue(slaJob, {}, now, { runAt, key: `${slaJob.kind}:${runAt.toISOString()}` })])
}
