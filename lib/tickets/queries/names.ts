import { eq, inArray, or } from 'drizzle-orm'
import { db } from '@/db'
import { causes, customers, journeys, stages, surveys, teams, touchpoints, users } from '@/db/schema'
import { contains } from '@/db/sql'
import type { Actor } from '@/lib/identity/shared'
import { emailKey, fold } from '@/lib/kit/text'

/** What the reader is called in the rows: an id that nothing has for whoever is no person. */
export const meOf = (actor: Actor): string => (actor.kind === 'user' ? actor.id : '-')

/** Ids of touchpoints by slug or id. */
export async function touchpointIds(refs: string[]): Promise<string[]> {
  if (refs.length === 0) return []
  const rows = await db
    .select({ id: touchpoints.id })
    .from(touchpoints)
    .where(or(inArray(touchpoints.id, refs), inArray(touchpoints.slug, refs)))
  return rows.map(({ id }) => id)
}

/** Ids of the touchpoints of stages, or of whole journeys, by slug or id. */
export async function touchpointsOfStages(refs: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: touchpoints.id })
    .from(touchpoints)
    .innerJoin(stages, eq(stages.id, touchpoints.stageId))
    .innerJoin(journeys, eq(journeys.id, stages.journeyId))
    .where(or(inArray(stages.id, refs), inArray(stages.slug, refs), inArray(journeys.slug, refs)))
  return rows.map(({ id }) => id)
}

/** Ids of surveys by slug or id. */
export async function surveyIds(refs: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: surveys.id })
    .from(surveys)
    .where(or(inArray(surveys.id, refs), inArray(surveys.slug, refs)))
  return rows.map(({ id }) => id)
}

/** Ids of causes by slug or id, and of the finer causes under them. */
export async function causeIds(refs: string[]): Promise<string[]> {
  const all = await db.select({ id: causes.id, slug: causes.slug, parentId: causes.parentId }).from(causes)
  const found = new Set(all.filter(({ id, slug }) => refs.includes(id) || refs.includes(slug)).map(({ id }) => id))
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { id, parentId } of all) if (parentId && found.has(parentId)) found.add(id)
  }
  return [...found]
}

/** Every team's id and slug, retired ones too. */
export const everyTeam = (): Promise<{ id: string; slug: string }[]> =>
  Promise.resolve(db.select({ id: teams.id, slug: teams.slug }).from(teams))

/** Ids of people: `me`, `none` (''), an id, an e-mail, or a name as it is written. */
export async function peopleIds(actor: Actor, refs: string[]): Promise<string[]> {
  const told = await Promise.all(refs.map((ref) => personIds(actor, ref)))
  return [...new Set(told.flat())]
}

async function personIds(actor: Actor, ref: string): Promise<string[]> {
  if (ref === 'none') return ['']
  if (ref === 'me') return [meOf(actor)]
  const by = ref.includes('@') ? eq(users.emailKey, emailKey(ref) ?? ref) : eq(users.folded, fold(ref))
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(or(eq(users.id, ref), by))
  return rows.length > 0 ? rows.map(({ id }) => id) : [ref]
}

/** Customers who are meant by an id, an address, a number of their own, or a part of their name; at most `most`. */
export async function customerIds(text: string, most: number): Promise<string[]> {
  const exact = await db
    .select({ id: customers.id })
    .from(customers)
    .where(or(eq(customers.id, text), eq(customers.externalId, text), eq(customers.emailKey, emailKey(text) ?? text)))
  if (exact.length > 0) return exact.map(({ id }) => id)
  const digits = text.replace(/[\s().-]/g, '')
  const phone = /^\+?\d{7,15}$/.test(digits) ? [contains(customers.phone, digits.replace('+', ''))] : []
  const rows = await db
    .select({ id: customers.id })
    .from(customers)
    .where(or(contains(customers.folded, fold(text)), ...phone))
    .limit(most)
  return rows.map(({ id }) => id)
}
