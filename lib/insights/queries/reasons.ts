import { and, between, eq } from 'drizzle-orm'
import { db } from '@/db'
import { causes, tallyReasons } from '@/db/schema'
import { sumOf } from '@/db/sql'
import type { Period } from '@/lib/kit/period'
import { type Scope, within } from './scope'

export type Reason = {
  touchpointId: string
  slug: string
  name: string
  names: Record<string, string>
  detractors: number
  passives: number
  promoters: number
}

/** How often each reason was chosen at each touchpoint, the most chosen by detractors first; of all surveys and channels. */
export async function reasonsByPlace(scope: Scope, { from, to }: Period): Promise<Reason[]> {
  const rows = await db
    .select({
      touchpointId: tallyReasons.touchpointId,
      slug: causes.slug,
      name: causes.name,
      names: causes.names,
      detractors: sumOf(tallyReasons.detractors),
      passives: sumOf(tallyReasons.passives),
      promoters: sumOf(tallyReasons.promoters),
    })
    .from(tallyReasons)
    .innerJoin(causes, eq(causes.id, tallyReasons.causeId))
    .where(and(between(tallyReasons.day, from, to)))
    .groupBy(tallyReasons.touchpointId, tallyReasons.causeId, causes.slug, causes.name, causes.names)
  return rows
    .filter(({ touchpointId }) => within(scope, touchpointId))
    .sort((a, b) => b.detractors - a.detractors || a.slug.localeCompare(b.slug))
}
