import { drain, ticker } from '@/lib/jobs'
import { allHandlers, schedule } from './registry'

/** Runs once what is due at an instant, the schedule's own work first; for tests and one-off commands. Resolves to how many jobs ran. */
export async function runDue(at: Date): Promise<number> {
  await ticker(schedule())(at)
  return drain(allHandlers(), at)
}
