import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { touchpoints } from '@/db/schema'
import type { Fact } from '@/lib/events'
import { type Actor, authorOf } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import type { SurveyRow } from './survey'

export async function idOfTouchpoint(slug: string | null | undefined): Promise<string | null> {
  if (!slug) return null
  const [found] = await db.select({ id: touchpoints.id }).from(touchpoints).where(eq(touchpoints.slug, slug))
  return found?.id ?? refuse('touchpoint.unknown', { slug })
}

export const fact = (actor: Actor, survey: SurveyRow, kind: string, payload: Record<string, unknown>): Fact => ({
  kind,
  subject: { kind: 'survey', id: survey.id },
  actor: authorOf(actor),
  payload,
})
