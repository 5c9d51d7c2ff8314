import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Wipes the words of an erased customer: the command does it at once, this makes sure of it after a crash. */
export const eraseJob = job('customer.erase', z.object({ customer: z.string() }))
