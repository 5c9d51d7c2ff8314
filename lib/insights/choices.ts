import { and, asc, eq, gt, ne } from 'drizzle-orm'
import { db } from '@/db'
import { surveys, tallyCuts } from '@/db/schema'
import type { cuts } from '@/db/words/surveys'
import { type Actor, demand } from '@/lib/identity/shared'
import { placesFor } from './queries/places'

const mostValues = 60

type Named = { slug: string; name: string; names: Record<string, string> }
/** What a board can be cut by: the surveys and teams by name, the channels, languages and segments that occur. */
export type BoardChoices = {
  surveys: Named[]
  teams: Named[]
  channels: string[]
  languages: string[]
  segments: string[]
}

/** The words that a board's filters offer this reader. Refuses `identity.forbidden`. */
export async function boardChoices(actor: Actor): Promise<BoardChoices> {
  demand(actor, 'figures.read')
  const [named, places, channels, languages, segments] = await Promise.all([
    db
      .select({ slug: surveys.slug, name: surveys.name, names: surveys.names })
      .from(surveys)
      .where(ne(surveys.kind, 'recovery'))
      .orderBy(asc(surveys.createdAt), asc(surveys.id)),
    placesFor(actor),
    valuesOf('channel'),
    valuesOf('language'),
    valuesOf('segment'),
  ])
  const teams = new Map(places.flatMap(({ team }) => (team ? [[team.id, team] as const] : [])))
  return { surveys: named, teams: [...teams.values()], channels, languages, segments }
}

// From one value to the next by index: the cost is that of the values, not of their rows.
async function valuesOf(cut: (typeof cuts)[number]): Promise<string[]> {
  const values: string[] = []
  for (let last = ''; values.length < mostValues; ) {
    const [row] = await db
      .select({ value: tallyCuts.value })
      .from(tallyCuts)
      .where(and(eq(tallyCuts.cut, cut), gt(tallyCuts.value, last)))
      .orderBy(asc(tallyCuts.value))
      .limit(1)
    if (!row) break
    values.push(row.value)
    last = row.value
  }
  return values
}
