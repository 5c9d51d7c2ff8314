import { asc, eq } from 'drizzle-orm'
import { db } from '@/db'
import { initiatives, users } from '@/db/schema'
import { type Scope, within } from './scope'

export type Initiative = typeof initiatives.$inferSelect & { owner: string | null }

/** What was or will be changed at the touchpoints of a scope, or at one; oldest first. */
export async function initiativesOf(scope: Scope, touchpointId?: string): Promise<Initiative[]> {
  const rows = await db
    .select({ initiative: initiatives, owner: users.name })
    .from(initiatives)
    .leftJoin(users, eq(users.id, initiatives.ownerId))
    .where(touchpointId ? eq(initiatives.touchpointId, touchpointId) : undefined)
    .orderBy(asc(initiatives.createdAt), asc(initiatives.id))
  return rows
    .map(({ initiative, owner }) => ({ ...initiative, owner }))
    .filter(({ touchpointId: place }) => within(scope, place))
}
