import type { Filled } from '@/db'
import type { Plan } from '@/lib/rules'
import { isAssignable, nextAssignee } from '@/lib/tickets'

/** Whom a plan gives the ticket to, an active member of the team who is there, or nobody, and the writes that say it was their turn. */
export async function assigneeOf(
  { assignee }: Plan,
  teamId: string,
  now: Date,
): Promise<{ id: string | null; writes: Filled[] }> {
  if (assignee.by !== 'person') return nextAssignee(assignee.by, teamId, now)
  return { id: (await isAssignable(assignee.user, teamId, now)) ? assignee.user : null, writes: [] }
}
