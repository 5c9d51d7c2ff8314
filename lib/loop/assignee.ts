import { and, eq } from 'drizzle-orm'
import { db } from '@/db'
import { memberships, users } from '@/db/schema'
import type { Plan } from '@/lib/rules'

/** Whom a plan gives the ticket to: an active member of the team, or nobody. */
export async function assigneeOf(plan: Plan, teamId: string): Promise<string | null> {
  if (plan.assignee.by === 'none') return null
  const members = await db
    .select({ id: users.id, lastAssignedAt: users.lastAssignedAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.teamId, teamId), eq(users.active, true)))
  if (plan.assignee.by === 'person') {
    const { user } = plan.assignee
    return members.find((member) => member.id === user)?.id ?? null
  }
  return members[0]?.id ?? null
}
