import { and, eq } from 'drizzle-orm'
import { db } from '@/db'
import { customers, invitations, surveys, touchpoints } from '@/db/schema'
import { openToken } from '@/lib/kit/seal'
import type { SurveyRow } from './survey'

export type InvitationRow = typeof invitations.$inferSelect

/** The survey of a slug, whatever its status. */
export async function findSurvey(slug: string): Promise<SurveyRow | undefined> {
  const [found] = await db.select().from(surveys).where(eq(surveys.slug, slug)).limit(1)
  return found
}

/** An invitation with its survey and the person invited. */
export type Invited = InvitationRow & { survey: SurveyRow; customer: { id: string; email: string | null } | null }

/** The invitation that a personal link names; null for a word that is not ours. */
export async function invitationByToken(token: string): Promise<Invited | null> {
  const id = openToken('survey', token)
  if (!id) return null
  const [found] = await db
    .select({ invitation: invitations, survey: surveys, customer: { id: customers.id, email: customers.email } })
    .from(invitations)
    .innerJoin(surveys, eq(surveys.id, invitations.surveyId))
    .leftJoin(customers, eq(customers.id, invitations.customerId))
    .where(eq(invitations.id, id))
    .limit(1)
  return found ? { ...found.invitation, survey: found.survey, customer: found.customer } : null
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
