import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Asks again whoever is due, and closes whoever kept silent. */
export const sweepJob = job('followups.sweep', z.object({}))
