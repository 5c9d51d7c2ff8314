import { and, asc, eq } from 'drizzle-orm'
import { db, frozen, must, type Tx } from '@/db'
import { calendars, slaPolicies } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity'
import { newId } from '@/lib/kit/ids'
import { Refusal } from '@/lib/kit/refusal'
import { freeSlug } from '@/lib/kit/slug'
import { commit } from './hours-commit'
import type { CalendarInput, PolicyInput } from './shared'

export type CalendarRow = typeof calendars.$inferSelect
export type PolicyRow = typeof slaPolicies.$inferSelect

const insertCalendar = frozen(calendars)
const insertPolicy = frozen(slaPolicies)

/** Business calendars, the first one first: whoever reads settings. */
export const calendarList = (actor: Actor): Promise<CalendarRow[]> => {
  demand(actor, 'figures.read')
  return db.select().from(calendars).orderBy(asc(calendars.id))
}

/** SLA policies, the standard one first. */
export const policyList = async (actor: Actor): Promise<PolicyRow[]> => {
  demand(actor, 'figures.read')
  const rows = await db.select().from(slaPolicies).orderBy(asc(slaPolicies.id))
  return rows.sort((a, b) => Number(b.standard) - Number(a.standard))
}

/** Makes a calendar for teams that keep other hours. */
export async function createCalendar(actor: Actor, input: CalendarInput, now: Date): Promise<{ id: string }> {
  demand(actor, 'settings.manage')
  const slug = freeSlug(
    input.name,
    (await db.select({ slug: calendars.slug }).from(calendars)).map((row) => row.slug),
    'calendar',
  )
  const id = newId('calendar')
  await commit(
    actor,
    'calendar_created',
    { calendar: id },
    () => [insertCalendar({ id, slug, ...input, names: {}, version: 1 })],
    now,
  )
  return { id }
}

/** Changes name, zone, hours and holidays; clocks that run keep their due times, those that start or go on follow the new hours. Refuses `calendar.stale`. */
export async function updateCalendar(
  actor: Actor,
  id: string,
  version: number,
  input: CalendarInput,
  now: Date,
): Promise<void> {
  demand(actor, 'settings.manage')
  const [row] = await db.select({ name: calendars.name }).from(calendars).where(eq(calendars.id, id))
  // A new name has no translation yet.
  const renamed = row?.name !== input.name
  const update = (tx: Tx) => [
    must(
      tx
        .update(calendars)
        .set({ ...input, ...(renamed && { names: {} }), version: version + 1 })
        .where(and(eq(calendars.id, id), eq(calendars.version, version))),
      () => new Refusal('calendar.stale'),
    ),
  ]
  await commit(actor, 'calendar_changed', { calendar: id }, update, now)
}

/** Makes a policy that rules may choose. */
export async function createPolicy(actor: Actor, input: PolicyInput, now: Date): Promise<{ id: string }> {
  demand(actor, 'settings.manage')
  const slug = freeSlug(
    input.name,
    (await db.select({ slug: slaPolicies.slug }).from(slaPolicies)).map((row) => row.slug),
    'policy',
  )
  const id = newId('policy')
  const row = { id, slug, ...input, names: {}, standard: false, version: 1 }
  await commit(actor, 'policy_created', { policy: id }, () => [insertPolicy(row)], now)
  return { id }
}

/** Changes a policy's targets; tickets that stand keep what they were promised. Refuses `policy.stale`. */
export async function updatePolicy(
  actor: Actor,
  id: string,
  version: number,
  input: PolicyInput,
  now: Date,
): Promise<void> {
  demand(actor, 'settings.manage')
  const [row] = await db.select({ name: slaPolicies.name }).from(slaPolicies).where(eq(slaPolicies.id, id))
  // A new name has no translation yet.
  const renamed = row?.name !== input.name
  const update = (tx: Tx) => [
    must(
      tx
        .update(slaPolicies)
        .set({ ...input, ...(renamed && { names: {} }), version: version + 1 })
        .where(and(eq(slaPolicies.id, id), eq(slaPolicies.version, version))),
      () => new Refusal('policy.stale'),
    ),
  ]
  await commit(actor, 'policy_changed', { policy: id }, update, now)
}
