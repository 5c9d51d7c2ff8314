import { and, eq } from 'drizzle-orm'
import { db } from '@/db'
import { invitations, surveys, touchpoints } from '@/db/schema'
import { openToken } from '@/lib/kit/seal'
import type { SurveyRow } from './survey'

export type InvitationRow = typeof invitations.$inferSelect

/** The survey of a slug, whatever its status. */
export async function findSurvey(slug: string): Promise<SurveyRow | undefined> {
  const [found] = await db.select().from(surveys).where(eq(surveys.slug, slug)).limit(1)
  return found
}

/** The invitation that a personal link names, with its survey's slug; null for a word that is not ours. */
export async function invitationByToken(token: string): Promise<(InvitationRow & { survey: SurveyRow }) | null> {
  const id = openToken('survey', token)
  if (!id) return null
  const [found] = await db
    .select({ invitation: invitations, survey: surveys })
    .from(invitations)
    .innerJoin(surveys, eq(surveys.id, invitations.surveyId))
    .where(eq(invitations.id, id))
    .limit(1)
  return found ? { ...found.invitation, survey: found.survey } : null
}

/** A touchpoint that an open link may name: known and not retired. */
export async function findTouchpoint(by: { slug: string } | { id: string }) {
  const named = 'slug' in by ? eq(touchpoints.slug, by.slug) : eq(touchpoints.id, by.id)
  const [found] = await db
    .select({ id: touchpoints.id, slug: touchpoints.slug, name: touchpoints.name, names: touchpoints.names })
    .from(touchpoints)
    .where(and(named, eq(touchpoints.status, 'active')))
    .limit(1)
  return found ?? null
}
