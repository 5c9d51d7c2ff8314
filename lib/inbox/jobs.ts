import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Reads one kept mail, sorts it and hands it to the desk. */
export const readJob = job('inbox.read', z.object({ inbound: z.string() }))
