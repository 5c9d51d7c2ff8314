import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { teams, users } from '@/db/schema'
import { type Pass, passByToken } from './passes'
import type { Role } from './shared'

export type PassHolder = {
  name: string | null
  email: string | null
  role: Role | null
  teams: { name: string; names: Record<string, string> }[]
}

/** What the page of a link may show to whoever holds it; refuses as `passByToken`. */
export async function passHolder(kind: Pass['kind'], token: string, now: Date): Promise<PassHolder> {
  const pass = await passByToken(kind, token, now)
  const [user] = pass.userId ? await db.select().from(users).where(eq(users.id, pass.userId)) : []
  const of = pass.teams.length > 0 ? await db.select().from(teams).where(inArray(teams.id, pass.teams)) : []
  return { name: user?.name ?? pass.name, email: user?.email ?? pass.email, role: pass.role, teams: of }
}
