import { and, eq, sql } from 'drizzle-orm'
import { users } from '@/db/schema'
import type { Fact } from '@/lib/events'
import { Refusal } from '@/lib/kit/refusal'
import { type Actor, authorOf } from './shared'

export const lastAdmin = () => new Refusal('user.lastAdmin')

export const fact = (actor: Actor, kind: string, id: string, payload: Record<string, unknown>): Fact => ({
  kind,
  subject: { kind: 'user', id },
  actor: authorOf(actor),
  payload,
})

// Touches the person only if another active administrator stands beside them.
export const otherAdmin = (id: string) =>
  and(
    eq(users.id, id),
    sql`exists (select 1 from ${users} as others where others.role = 'admin' and others.active and others.id <> ${id})`,
  )

export function changes(
  actor: Actor,
  before: typeof users.$inferSelect,
  now: { role: string; active: boolean; teamIds: string[] | undefined },
): Fact[] {
  return [
    ...(now.role !== before.role
      ? [fact(actor, 'user.role_changed', before.id, { from: before.role, to: now.role })]
      : []),
    ...(now.active !== before.active
      ? [fact(actor, now.active ? 'user.reactivated' : 'user.deactivated', before.id, {})]
      : []),
    ...(now.teamIds ? [fact(actor, 'user.teams_changed', before.id, { teams: now.teamIds })] : []),
  ]
}
