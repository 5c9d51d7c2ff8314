import { handle } from '@/lib/jobs'
import { wipe } from './erase'
import { eraseJob } from './jobs'

/** What this room does when its jobs arrive. */
export const customerHandlers = [handle(eraseJob, ({ customer }, { now }) => wipe(customer, now))]
