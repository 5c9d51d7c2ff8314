import { atomically } from '@/db'
import { enqueue, every, type Handler, handle, type Scheduled } from '@/lib/jobs'
import { slaJob, wakeJob } from './jobs'
import { nextAlarmAfter, slaSweep } from './sweeps'
import { nextWakeAfter, wakeSweep } from './waking'

export { afterWords } from './indexing'

const minute = 60_000
const step = 10_000

/** What this room does when the worker calls. */
export const handlers: Handler[] = [
  handle(slaJob, async (_, { now }) => {
    await slaSweep(now)
    await lookAgain(slaJob, await nextAlarmAfter(now), now)
  }),
  handle(wakeJob, async (_, { now }) => {
    await wakeSweep(now)
    await lookAgain(wakeJob, await nextWakeAfter(now), now)
  }),
]

/** What it asks for by the clock. */
export const schedule: Scheduled[] = [every('minute', slaJob), every('minute', wakeJob)]

// What is due in the coming minute is done then, to ten seconds, and not when the next minute is swept.
async function lookAgain(what: typeof slaJob | typeof wakeJob, next: Date | null, now: Date): Promise<void> {
  if (!next || next.getTime() - now.getTime() > minute) return
  const runAt = new Date(Math.ceil(next.getTime() / step) * step)
  await atomically(() => [enqueue(what, {}, now, { runAt, key: `${what.kind}:${runAt.toISOString()}` })])
}
