import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Tells clocks that warn, are over or escalate. */
export const slaJob = job('tickets.sla', z.object({}))

/** Brings back tickets that waited long enough. */
export const wakeJob = job('tickets.wake', z.object({}))
