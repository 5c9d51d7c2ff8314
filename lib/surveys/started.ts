import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { atomically } from '@/db'
import { invitations } from '@/db/schema'
import { statesBefore } from './invitation'

/**
 * A person has touched the page of a personal link: opened and started from one POST, once. What the link is worth does not
 * change by it; an invitation that is answered or over stays as it is.
 */
export async function markStarted(invitationId: string, now: Date): Promise<void> {
  await atomically((tx) => [
    tx
      .update(invitations)
      .set({ state: 'started', openedAt: sql`coalesce(${invitations.openedAt}, ${now.getTime()})`, startedAt: now })
      .where(
        and(
          eq(invitations.id, invitationId),
          inArray(invitations.state, statesBefore('started')),
          isNull(invitations.startedAt),
          gt(invitations.expiresAt, now),
        ),
      ),
  ])
}
