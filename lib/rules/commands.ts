import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { atomically, db, type Filled, manyOf, must, type Tx } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { rules } from '@/db/schema'
import { type Fact, record } from '@/lib/events'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { defaultRules } from './defaults'
import { danglingReferences } from './references'
import { contentOf, freeSlug, newRule, type RuleRow, renamed } from './rule'
import type { RuleInput } from './shared'
import { vocabulary } from './vocabulary'

const insertRules = manyOf(rules)

/** The writes that give a new company its first rules; go in the list that founds it. */
export const foundRules = (locale: 'es' | 'en', now: Date): Filled[] =>
  insertRules(defaultRules(locale).map(({ slug, rule }, position) => newRule(rule, slug, position, now)))

/** Adds a rule at the end of the list, switched on. Refuses `identity.forbidden`, `input.invalid` naming what is unknown. */
export async function createRule(actor: Actor, input: RuleInput, now: Date): Promise<{ id: string }> {
  await check(actor, input)
  const all = await db.select({ slug: rules.slug, position: rules.position }).from(rules)
  const position = Math.max(-1, ...all.map((rule) => rule.position)) + 1
  const slug = freeSlug(
    input.name,
    all.map((rule) => rule.slug),
  )
  const row = newRule(input, slug, position, now)
  await atomically(() => [...insertRules([row]), ...told(actor, 'settings.rule_created', row.id, 1, now)])
  return { id: row.id }
}

/** Writes a rule anew. Refuses `rule.unknown`, `rule.stale` when it is no longer the version that was edited. */
export async function updateRule(actor: Actor, id: string, version: number, input: RuleInput, now: Date) {
  await check(actor, input)
  const names = renamed(await found(id), input, actor.kind === 'user' ? actor.locale : null)
  await change(actor, 'settings.rule_changed', { id, version }, contentOf({ ...input, ...names }), now)
}

/** Switches a rule on or off; off, it is passed over. Refuses as `updateRule`. */
export async function switchRule(actor: Actor, id: string, active: boolean, now: Date): Promise<void> {
  demand(actor, 'rules.edit')
  await change(actor, 'settings.rule_switched', await found(id), { active }, now)
}

/** Takes a rule out for good; tickets that it opened keep its name. Refuses as `updateRule`. */
export async function retireRule(actor: Actor, id: string, now: Date): Promise<void> {
  demand(actor, 'rules.edit')
  await change(actor, 'settings.rule_retired', await found(id), { active: false, retiredAt: now }, now)
}

/** Moves a rule one place up or down; at the end of the list nothing happens. Refuses `rule.unknown`, `rule.stale`. */
export async function moveRule(actor: Actor, id: string, way: 'up' | 'down', now: Date): Promise<void> {
  demand(actor, 'rules.edit')
  const rule = await found(id)
  const order = await db.select().from(rules).where(isNull(rules.retiredAt)).orderBy(asc(rules.position), asc(rules.id))
  const at = order.findIndex((each) => each.id === id)
  const to = way === 'up' ? at - 1 : at + 1
  if (to < 0 || to >= order.length) return
  const moved = order.toSpliced(at, 1).toSpliced(to, 0, rule)
  await atomically((tx) => [
    ...moved.flatMap((each, position) => (each.position === position ? [] : guarded(tx, each, { position }))),
    ...told(actor, 'settings.rule_moved', id, rule.version + 1, now),
  ])
}

async function check(actor: Actor, input: RuleInput): Promise<void> {
  demand(actor, 'rules.edit')
  const issues = danglingReferences(input, await vocabulary())
  if (issues.length > 0) refuse('input.invalid', {}, issues)
}

async function found(id: string): Promise<RuleRow> {
  const [row] = await db
    .select()
    .from(rules)
    .where(and(eq(rules.id, id), isNull(rules.retiredAt)))
  return row ?? refuse('rule.unknown')
}

type Known = { id: string; version: number }
type Changes = Partial<Pick<RuleRow, 'active' | 'retiredAt' | 'position'>> | ReturnType<typeof contentOf>

const change = (actor: Actor, kind: string, known: Known, changes: Changes, now: Date) =>
  atomically((tx) => [guarded(tx, known, changes), ...told(actor, kind, known.id, known.version + 1, now)])

const guarded = (tx: Tx, { id, version }: Known, changes: Changes) =>
  must(
    tx
      .update(rules)
      .set({ ...changes, version: sql`${rules.version} + 1` })
      .where(and(eq(rules.id, id), eq(rules.version, version), isNull(rules.retiredAt)))
      .returning({ id: rules.id }),
    () => new Refusal('rule.stale', { id }),
  )

function told(actor: Actor, kind: string, id: string, version: number, now: Date): Filled[] {
  const fact: Fact = { kind, subject: { kind: 'rule', id }, actor: authorOf(actor), payload: { version } }
  return [raiseConfiguration(), ...record([fact], now)]
}
