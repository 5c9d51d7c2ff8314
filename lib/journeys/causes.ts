import { and, eq, inArray, isNull } from 'drizzle-orm'
import { atomically, db, isDuplicate, must, type Step, type Tx } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { causes } from '@/db/schema'
import { record } from '@/lib/events'
import { type Actor, authorOf } from '@/lib/identity'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { freeSlug } from '@/lib/kit/slug'
import { demandEditing } from './access'
import { insertCauses } from './found'
import type { Cause } from './queries'
import type { CauseInput } from './shared'
import { textsOf } from './stages'

/** Adds a cause, under another or at the upper level (two levels, no more: `cause.tooDeep`). Its slug never changes. */
export async function addCause(
  actor: Actor,
  input: CauseInput & { slug?: string },
  now: Date,
): Promise<{ id: string; slug: string }> {
  demandEditing(actor)
  const all = await db.select().from(causes)
  const parent = input.parentId ? (all.find((one) => one.id === input.parentId) ?? refuse('cause.unknown')) : null
  if (parent?.parentId) refuse('cause.tooDeep')
  const row: Cause = {
    id: newId('cause'),
    slug: freeSlug(
      input.slug ?? input.name,
      all.map((one) => one.slug),
      'cause',
    ),
    parentId: parent?.id ?? null,
    side: input.side,
    name: input.name,
    names: textsOf(input.names),
    control: input.control ?? 'us',
    stopper: input.stopper ?? false,
    retiredAt: null,
    createdAt: now,
  }
  await commit(actor, row, 'settings.cause_added', () => insertCauses([row]), now)
  return { id: row.id, slug: row.slug }
}

/** Changes a cause's name, side, control or whether it stops a purchase. Refuses `cause.unknown`. */
export async function changeCause(
  actor: Actor,
  id: string,
  patch: Partial<Omit<CauseInput, 'parentId'>>,
  now: Date,
): Promise<void> {
  const { names, ...plain } = patch
  await change(actor, id, { ...plain, ...(names && { names: textsOf(names) }) }, 'settings.cause_changed', now)
}

/** Retires a cause, or restores it: it is offered no more, what was answered stays. */
export const retireCause = (actor: Actor, id: string, retired: boolean, now: Date): Promise<void> =>
  change(
    actor,
    id,
    { retiredAt: retired ? now : null },
    retired ? 'settings.cause_retired' : 'settings.cause_restored',
    now,
  )

/** Some causes' ids in order, each once, if all of them stand; refuses `cause.unknown`. */
export async function knownCauses(ids: string[]): Promise<string[]> {
  const distinct = [...new Set(ids)]
  if (distinct.length === 0) return []
  const rows = await db
    .select({ id: causes.id })
    .from(causes)
    .where(and(inArray(causes.id, distinct), isNull(causes.retiredAt)))
  return rows.length === distinct.length ? distinct : refuse('cause.unknown')
}

async function change(actor: Actor, id: string, set: Partial<Cause>, kind: string, now: Date): Promise<void> {
  demandEditing(actor)
  const [row] = await db.select().from(causes).where(eq(causes.id, id))
  if (!row) return refuse('cause.unknown')
  if (Object.keys(set).length === 0) return
  const update = (tx: Tx) => [
    must(tx.update(causes).set(set).where(eq(causes.id, id)), () => new Refusal('cause.unknown')),
  ]
  await commit(actor, row, kind, update, now)
}

async function commit(actor: Actor, row: Cause, kind: string, steps: (tx: Tx) => Step[], now: Date): Promise<void> {
  const fact = {
    kind,
    subject: { kind: 'journey' as const, id: row.id },
    actor: authorOf(actor),
    payload: { cause: row.id, slug: row.slug },
  }
  await atomically((tx) => [...steps(tx), raiseConfiguration(), ...record([fact], now)]).catch((error: unknown) =>
    isDuplicate(error) ? refuse('cause.stale') : Promise.reject(error),
  )
}
