import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Looks for people to be reminded and for letters that were called back. */
export const sweepJob = job('surveys.sweep', z.object({}))
