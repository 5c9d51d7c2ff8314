import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { calendars, teams } from '@/db/schema'
import type { Fact } from '@/lib/events'
import { refuse } from '@/lib/kit/refusal'
import { type Actor, authorOf } from './shared'

export async function standing(id: string): Promise<typeof teams.$inferSelect> {
  const [team] = await db.select().from(teams).where(eq(teams.id, id))
  return team ?? refuse('team.unknown')
}

export async function firstCalendar(): Promise<string> {
  const [first] = await db.select({ id: calendars.id }).from(calendars).orderBy(calendars.id).limit(1)
  return first?.id ?? refuse('team.calendarNeeded')
}

export const fact = (actor: Actor, kind: string, id: string, payload: Record<string, unknown>): Fact => ({
  kind,
  subject: { kind: 'team', id },
  actor: authorOf(actor),
  payload,
})
