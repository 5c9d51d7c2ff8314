import { db } from '@/db'
import { causes, touchpoints } from '@/db/schema'
import { fold, slugOf } from '@/lib/kit/text'
import type { Known } from '@/lib/surveys'

type Named = { slug: string; name: string; names: Record<string, string> }

/** Touchpoints and reasons by slug and by each of their names, whatever the case and accents. */
export async function knownNames(): Promise<Known> {
  const columns = <T extends typeof touchpoints | typeof causes>(table: T) => ({
    slug: table.slug,
    name: table.name,
    names: table.names,
  })
  return {
    touchpoint: finder(await db.select(columns(touchpoints)).from(touchpoints)),
    reason: finder(await db.select(columns(causes)).from(causes)),
  }
}

function finder(rows: Named[]): (name: string) => string | undefined {
  const bySlug = new Map(rows.map(({ slug }) => [slug, slug]))
  const byName = new Map(
    rows.flatMap(({ slug, name, names }) => [name, ...Object.values(names)].map((one) => [fold(one), slug] as const)),
  )
  return (name) => bySlug.get(name) ?? byName.get(fold(name)) ?? bySlug.get(slugOf(name))
}
