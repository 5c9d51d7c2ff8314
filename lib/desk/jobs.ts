import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Works off a run over many tickets, or takes one back, a chunk at a time. */
export const bulkJob = job('desk.bulk', z.object({ run: z.string() }))
/** Forgets who was at which ticket. */
export const forgetJob = job('desk.forget', z.object({}))
