import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { db } from '@/db'
import { causes, slaPolicies, stages, surveys, teams, touchpoints, users } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { demandReading } from './access'

/** A thing that a rule may name: by slug, or by id for people. */
export type Choice = { slug: string; name: string; names: Record<string, string> }
export type Vocabulary = Record<'survey' | 'touchpoint' | 'stage' | 'reason' | 'team' | 'policy' | 'person', Choice[]>

/** Everything that a rule can name now, in the order in which people know it. */
export function ruleVocabulary(actor: Actor): Promise<Vocabulary> {
  demandReading(actor)
  return vocabulary()
}

export async function vocabulary(): Promise<Vocabulary> {
  const [survey, touchpoint, stage, reason, team, policy, person] = await Promise.all([
    db.select(choice(surveys)).from(surveys).where(ne(surveys.kind, 'recovery')).orderBy(asc(surveys.slug)),
    db
      .select(choice(touchpoints))
      .from(touchpoints)
      .innerJoin(stages, eq(stages.id, touchpoints.stageId))
      .where(isNull(touchpoints.retiredAt))
      .orderBy(asc(stages.position), asc(touchpoints.position)),
    db.select(choice(stages)).from(stages).where(isNull(stages.retiredAt)).orderBy(asc(stages.position)),
    db.select(choice(causes)).from(causes).where(isNull(causes.retiredAt)).orderBy(asc(causes.slug)),
    db.select(choice(teams)).from(teams).where(isNull(teams.retiredAt)).orderBy(asc(teams.folded)),
    db.select(choice(slaPolicies)).from(slaPolicies).orderBy(asc(slaPolicies.slug)),
    db
      .select({ slug: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.active, true), ne(users.role, 'viewer')))
      .orderBy(asc(users.folded)),
  ])
  return { survey, touchpoint, stage, reason, team, policy, person: person.map((row) => ({ ...row, names: {} })) }
}

const choice = <S, N, M>(its: { slug: S; name: N; names: M }) => ({ slug: its.slug, name: its.name, names: its.names })
