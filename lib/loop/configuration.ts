import { isNull } from 'drizzle-orm'
import { db } from '@/db'
import { prepared } from '@/db/prepared'
import {
  calendars,
  causes,
  organization,
  slaPolicies,
  stages,
  surveys,
  teams,
  touchpoints,
  configuration as versions,
} from '@/db/schema'
import { once } from '@/lib/kit/once'
import { allRules, compile, type Plan, type ResponseFacts } from '@/lib/rules'
import type { KnownSurvey, KnownTouchpoint } from '@/lib/surveys'
import { type CompiledCalendar, compileCalendar, type SlaPolicy } from '@/lib/tickets'

type Organization = typeof organization.$inferSelect
type Team = typeof teams.$inferSelect
type Cause = { id: string; slug: string }

/** What deciding about an answer needs to know of the company, frozen; rebuilt when somebody edits it. */
export type Configuration = {
  version: number
  organization: Organization
  surveys: Map<string, KnownSurvey>
  touchpoints: Map<string, KnownTouchpoint>
  touchpointById: Map<string, KnownTouchpoint>
  stageSlugs: Map<string, string>
  causes: Map<string, Cause>
  causeSlugs: Map<string, string>
  teams: Map<string, Team>
  teamBySlug: Map<string, Team>
  /** Where a ticket goes when nobody owns the touchpoint. */
  fallbackTeam: Team | null
  policies: Map<string, SlaPolicy>
  standardPolicy: SlaPolicy | null
  calendars: Map<string, CompiledCalendar>
  plan: (facts: ResponseFacts) => Plan | null
}

type Kept = { at: number; value: Configuration | null; asking: Promise<Configuration | null> | null }
const looksEveryMs = 250

const versionNow = prepared('configuration version', (reader) =>
  reader.select({ version: versions.version }).from(versions),
)

/**
 * The snapshot of this process; null before a company is set up. Looked at again at most every 250 ms, so an edit on any
 * process counts a second later.
 */
export async function configuration(now: Date): Promise<Configuration | null> {
  const kept = once<Kept>('configuration', () => ({ at: 0, value: null, asking: null }))
  if (kept.value && Math.abs(now.getTime() - kept.at) < looksEveryMs) return kept.value
  kept.asking ??= refresh(kept.value).finally(() => {
    kept.asking = null
  })
  kept.value = await kept.asking
  kept.at = now.getTime()
  return kept.value
}

async function refresh(known: Configuration | null): Promise<Configuration | null> {
  const [row] = await versionNow({})
  const version = row?.version ?? 0
  return known?.version === version ? known : build(version)
}

async function build(version: number): Promise<Configuration | null> {
  const [own] = await db.select().from(organization).limit(1)
  if (!own) return null
  const [surveyRows, touchpointRows, stageRows, causeRows, teamRows, policyRows, calendarRows, rules] =
    await Promise.all([
      db.select().from(surveys),
      db.select().from(touchpoints),
      db.select({ id: stages.id, slug: stages.slug }).from(stages),
      db.select({ id: causes.id, slug: causes.slug }).from(causes),
      db.select().from(teams).where(isNull(teams.retiredAt)).orderBy(teams.createdAt, teams.id),
      db.select().from(slaPolicies),
      db.select().from(calendars),
      allRules(),
    ])
  const known = touchpointRows.map(({ id, slug, stageId, teamId, status }) => ({
    id,
    slug,
    stageId,
    teamId,
    retired: status === 'retired',
  }))
  return {
    version,
    organization: own,
    surveys: new Map(surveyRows.map((row) => [row.slug, row])),
    touchpoints: new Map(known.map((row) => [row.slug, row])),
    touchpointById: new Map(known.map((row) => [row.id, row])),
    stageSlugs: new Map(stageRows.map((row) => [row.id, row.slug])),
    causes: new Map(causeRows.map((row) => [row.slug, row])),
    causeSlugs: new Map(causeRows.map((row) => [row.id, row.slug])),
    teams: new Map(teamRows.map((row) => [row.id, row])),
    teamBySlug: new Map(teamRows.map((row) => [row.slug, row])),
    fallbackTeam: teamRows[0] ?? null,
    policies: new Map(policyRows.map((row) => [row.slug, row])),
    standardPolicy: policyRows.find((row) => row.standard) ?? policyRows[0] ?? null,
    calendars: new Map(calendarRows.map((row) => [row.id, compileCalendar(row)])),
    plan: compile(rules),
  }
}
