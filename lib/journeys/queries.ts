import { asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db'
import { causes, journeys, stages, teams, touchpointCauses, touchpoints } from '@/db/schema'
import type { Actor } from '@/lib/identity'
import { demandReading } from './access'
import { inOrder } from './order'

export type Journey = typeof journeys.$inferSelect
export type Stage = typeof stages.$inferSelect
export type Touchpoint = typeof touchpoints.$inferSelect
export type Cause = typeof causes.$inferSelect
export type OwnerTeam = Pick<typeof teams.$inferSelect, 'id' | 'slug' | 'name' | 'names' | 'retiredAt'>
export type TouchpointNode = Touchpoint & { team: OwnerTeam | null; reasons: Cause[] }
export type StageNode = Stage & { touchpoints: TouchpointNode[] }
export type JourneyTree = Journey & { stages: StageNode[] }
export type CauseNode = Cause & { children: Cause[] }

/** The journeys that stand, oldest first; with `retired` those that were retired as well. */
export async function journeyList(actor: Actor, options: { retired?: boolean } = {}): Promise<Journey[]> {
  demandReading(actor)
  return db
    .select()
    .from(journeys)
    .where(options.retired ? undefined : isNull(journeys.retiredAt))
    .orderBy(asc(journeys.id))
}

/**
 * One journey, the first when no slug is given, or null: stages in order, in each its touchpoints in order with owning
 * team, channels and reasons (in the order in which a survey offers them). With `retired` the retired parts as well.
 */
export async function journeyTree(
  actor: Actor,
  slug?: string,
  options: { retired?: boolean } = {},
): Promise<JourneyTree | null> {
  const all = await journeyList(actor, { retired: options.retired || slug !== undefined })
  const journey = slug === undefined ? all[0] : all.find((one) => one.slug === slug)
  return journey ? { ...journey, stages: await stagesOf(journey.id, options.retired ?? false) } : null
}

/** Every touchpoint that is not retired, by slug; with `retired` all of them. For rooms that resolve slugs. */
export async function touchpointsBySlug(options: { retired?: boolean } = {}): Promise<Map<string, Touchpoint>> {
  const rows = await db
    .select()
    .from(touchpoints)
    .where(options.retired ? undefined : isNull(touchpoints.retiredAt))
  return new Map(rows.map((row) => [row.slug, row]))
}

/** The reasons that a survey offers at a touchpoint to detractors or promoters, in order. */
export async function reasonsFor(touchpointId: string, side: 'detractor' | 'promoter'): Promise<Cause[]> {
  const rows = await db
    .select({ cause: causes, position: touchpointCauses.position })
    .from(touchpointCauses)
    .innerJoin(causes, eq(causes.id, touchpointCauses.causeId))
    .where(eq(touchpointCauses.touchpointId, touchpointId))
    .orderBy(asc(touchpointCauses.position), asc(causes.id))
  return rows.map((row) => row.cause).filter((one) => !one.retiredAt && (one.side === side || one.side === 'both'))
}

/** The causes in two levels, in the order in which they were made; with `retired` those that were retired as well. */
export async function causeTree(actor: Actor, options: { retired?: boolean } = {}): Promise<CauseNode[]> {
  demandReading(actor)
  const rows = await db
    .select()
    .from(causes)
    .where(options.retired ? undefined : isNull(causes.retiredAt))
    .orderBy(asc(causes.id))
  const upper = rows.filter((row) => !row.parentId || !rows.some((other) => other.id === row.parentId))
  return upper.map((row) => ({ ...row, children: rows.filter((child) => child.parentId === row.id) }))
}

async function stagesOf(journeyId: string, retired: boolean): Promise<StageNode[]> {
  const [stageRows, touchpointRows, teamRows, links] = await Promise.all([
    db.select().from(stages).where(eq(stages.journeyId, journeyId)),
    db
      .select({ touchpoint: touchpoints })
      .from(touchpoints)
      .innerJoin(stages, eq(stages.id, touchpoints.stageId))
      .where(eq(stages.journeyId, journeyId)),
    db.select().from(teams),
    db
      .select({ link: touchpointCauses, cause: causes })
      .from(touchpointCauses)
      .innerJoin(causes, eq(causes.id, touchpointCauses.causeId))
      .orderBy(asc(touchpointCauses.position), asc(causes.id)),
  ])
  const shown = <T extends { retiredAt: Date | null }>(rows: T[]) => rows.filter((row) => retired || !row.retiredAt)
  const nodeOf = (row: Touchpoint): TouchpointNode => ({
    ...row,
    team: teamRows.find((team) => team.id === row.teamId) ?? null,
    reasons: links.flatMap(({ link, cause }) => (link.touchpointId === row.id && !cause.retiredAt ? [cause] : [])),
  })
  const all = shown(touchpointRows.map((row) => row.touchpoint))
  return inOrder(shown(stageRows)).map((stage) => ({
    ...stage,
    touchpoints: inOrder(all.filter((row) => row.stageId === stage.id)).map(nodeOf),
  }))
}
