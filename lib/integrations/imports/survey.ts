import { eq, ne } from 'drizzle-orm'
import { db } from '@/db'
import { surveys } from '@/db/schema'
import { refuse } from '@/lib/kit/refusal'

/** The id of a survey that answers can be imported into; refuses `import.surveyUnknown`, naming those there are. */
export async function surveyIdOf(slug: string): Promise<string> {
  const [survey] = await db.select().from(surveys).where(eq(surveys.slug, slug)).limit(1)
  if (survey && survey.kind !== 'recovery') return survey.id
  const others = await db.select({ slug: surveys.slug }).from(surveys).where(ne(surveys.kind, 'recovery'))
  return refuse('import.surveyUnknown', { survey: slug, known: others.map((one) => one.slug).join(', ') })
}
