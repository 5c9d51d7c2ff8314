import { z } from 'zod'
import { job } from '@/lib/jobs'

/** Runs an import that a person started on the page. */
export const importJob = job('import.run', z.object({ importId: z.string() }))

/** Removes files of imports that nobody has looked at for a week. */
export const sweepImportsJob = job('import.sweep', z.object({}))
