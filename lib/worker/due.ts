import { atomically } from '@/db'
import { drain, enqueue } from '@/lib/jobs'
import { allHandlers, schedule } from './registry'

/** Runs once what is due at an instant, the clock's own work included; for tests and one-off commands. Resolves to how many jobs ran. */
export async function runDue(at: Date): Promise<number> {
  await atomically(() => schedule().map((entry) => enqueue(entry.job, {}, at)))
  return drain(allHandlers(), at)
}
