import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { atomically, db, type Filled, freeze, frozen, must } from '@/db'
import { macros } from '@/db/schema'
import { organization, teams } from '@/lib/identity'
import { type Actor, demand, scopeOf, type UserActor } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { fold } from '@/lib/kit/text'
import { checkDeeds } from './macro-check'
import { MacroDeeds, type MacroInput } from './macro-input'
import { maySave, type Shared } from './sharing'

/** Several deeds under one name, as its reader sees it. */
export type Macro = {
  id: string
  name: string
  names: Record<string, string>
  ownerId: string
  sharing: Shared['sharing']
  teamId: string | null
  deeds: MacroDeeds
  uses: number
  updatedAt: Date
  version: number
  /** Whether the reader may change or retire it. */
  editable: boolean
}

const insertMacro = frozen(macros)

/**
 * Macros that the actor may use: their own, those of their teams, those for everybody; most used first. `find` looks for
 * words in the names, accents and case aside.
 */
export async function macrosFor(actor: Actor, { find = '' }: { find?: string } = {}): Promise<Macro[]> {
  demand(actor, 'tickets.work')
  const rows = await db
    .select()
    .from(macros)
    .where(and(isNull(macros.retiredAt), visibleTo(actor)))
    .orderBy(desc(macros.uses), asc(macros.folded))
  const words = fold(find).split(/\s+/).filter(Boolean)
  return rows.filter(({ folded }) => words.every((word) => folded.includes(word))).map((row) => shown(actor, row))
}

/** One macro that the actor may use. Refuses `macro.unknown` for any other, and for one that is retired. */
export async function macroById(actor: Actor, id: string): Promise<Macro> {
  demand(actor, 'tickets.work')
  const [row] = await db
    .select()
    .from(macros)
    .where(and(eq(macros.id, id), isNull(macros.retiredAt), visibleTo(actor)))
  return row ? shown(actor, row) : refuse('macro.unknown')
}

/**
 * Makes a macro, or changes one (`id`, `version`). For oneself everybody may; for a team its leads, for everybody managers.
 * Every name in it is looked up. Refuses `macro.unknown`, `macro.stale`, `identity.forbidden`, `input.invalid` by field.
 */
export async function saveMacro(actor: UserActor, input: MacroInput, now: Date): Promise<{ id: string }> {
  demand(actor, 'tickets.work')
  const before = input.id ? await macroById(actor, input.id) : null
  if (before && !before.editable) refuse('identity.forbidden', { permission: 'team.manage' })
  const teamId = input.sharing === 'team' ? await teamOf(actor, input.team) : null
  const shared = { sharing: input.sharing, teamId, ownerId: before?.ownerId ?? actor.id }
  if (!maySave(actor, shared)) refuse('identity.forbidden', { permission: 'team.manage' })
  const deeds = await checkDeeds(actor, input.deeds)
  const names = Object.fromEntries(Object.entries(input.names).filter(([, name]) => name))
  const folded = fold([input.name, ...Object.values(names)].join(' '))
  const row = { name: input.name, names, folded, sharing: input.sharing, teamId, deeds, updatedAt: now }
  if (!before) {
    const id = newId('macro')
    await atomically(() => [insertMacro({ ...row, id, ownerId: actor.id, uses: 0, createdAt: now, version: 1 })])
    return { id }
  }
  await atomically((tx) => [
    must(
      tx
        .update(macros)
        .set({ ...row, version: before.version + 1 })
        .where(and(eq(macros.id, before.id), eq(macros.version, input.version ?? before.version))),
      () => new Refusal('macro.stale'),
    ),
  ])
  return { id: before.id }
}

/** Takes a macro out of use; runs that began with it go on. Refuses `macro.unknown`, `identity.forbidden`. */
export async function retireMacro(actor: UserActor, id: string, now: Date): Promise<void> {
  const macro = await macroById(actor, id)
  if (!macro.editable) refuse('identity.forbidden', { permission: 'team.manage' })
  await atomically((tx) => [
    tx
      .update(macros)
      .set({ retiredAt: now, version: macro.version + 1 })
      .where(and(eq(macros.id, id), isNull(macros.retiredAt))),
  ])
}

const count = freeze('use macro', (tx) =>
  tx
    .update(macros)
    .set({ uses: sql`${macros.uses} + cast(${sql.placeholder('times')} as integer)` })
    .where(eq(macros.id, sql.placeholder('id'))),
)

/** The write that counts that a macro was used. */
export const usedOnce = (id: string, times = 1): Filled => count({ id, times })

function visibleTo(actor: Actor): SQL | undefined {
  const scope = scopeOf(actor)
  const ofTeams = scope.all ? eq(macros.sharing, 'team') : inArray(macros.teamId, scope.teams)
  return or(
    eq(macros.sharing, 'all'),
    and(eq(macros.sharing, 'team'), ofTeams),
    and(eq(macros.sharing, 'own'), eq(macros.ownerId, actor.id)),
  )
}

async function teamOf(actor: Actor, ref: string | undefined): Promise<string> {
  const team = (await teams(actor)).find(({ id, slug }) => id === ref || slug === ref)
  return team?.id ?? refuse('input.invalid', {}, [{ path: 'sharing', code: 'unknown', message: 'unknown' }])
}

/** The language in which the organization writes when a ticket's has no words. */
export const houseLanguage = async (): Promise<string> => (await organization())?.locale ?? 'es'

// What an older program stored and this one does not understand does nothing, rather than something else.
function shown(actor: Actor, row: typeof macros.$inferSelect): Macro {
  const { id, name, names, ownerId, sharing, teamId, uses, updatedAt, version } = row
  const deeds = MacroDeeds.safeParse(row.deeds)
  return {
    ...{ id, name, names, ownerId, sharing, teamId, uses, updatedAt, version },
    deeds: deeds.success ? deeds.data : {},
    editable: actor.kind === 'user' && maySave(actor, { sharing, teamId, ownerId }),
  }
}
