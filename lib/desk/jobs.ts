import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Works off a run over many tickets, or takes one back, in turns; `since` is when it was asked for. */
export const bulkJob = job('desk.bulk', z.object({ run: z.string(), since: z.number() }))
/** Forgets who was at which ticket. */
export const forgetJob = job('desk.forget', z.object({}))
