import { eq, or } from 'drizzle-orm'
import { db } from '@/db'
import { causes, teams, ticketTags, touchpoints, users } from '@/db/schema'
import { replyOn, resolveOn } from '@/lib/followups'
import { type Actor, localeOf } from '@/lib/identity/shared'
import { after, hours } from '@/lib/kit/clock'
import { refuse } from '@/lib/kit/refusal'
import { named } from '@/lib/kit/text'
import { type Dossier, decideSnooze, decideStatus, type Move, movesOf, toNote, toTags } from '@/lib/tickets'
import type { Effect, MacroDeeds } from './macro-input'
import { textFor, type Words, wordsOn } from './macro-words'
import { houseLanguage } from './macros'
import { resolveText } from './variables'

/** What a person changed in the words before they went out; absent: the macro's own. */
export type Rewording = { text?: string | undefined; hold?: number | undefined }

/** A macro on one ticket: its words with their variables, and what it does, in turn. */
export type Plan = {
  text: string | null
  unresolved: string[]
  effects: Effect[]
  /** Refuses `macro.unresolved` when a variable has no value. */
  moves: Move[]
  words: Words
}

/** What a macro would do to a ticket, and the decisions that do it. Nothing is checked here but the words. */
export async function planOf(
  actor: Actor,
  deeds: MacroDeeds,
  dossier: Dossier,
  now: Date,
  { text: reworded, hold }: Rewording = {},
): Promise<Plan> {
  const { ticket } = dossier
  const [words, house, tags] = await Promise.all([wordsOn(actor, ticket), houseLanguage(), tagsOf(ticket.id)])
  const say = (texts: Partial<Record<string, string>> | undefined) =>
    resolveText(texts ? (textFor(texts, ticket.language, house) ?? '') : '', words.values)
  const [reply, note, action] = [
    reworded === undefined ? say(deeds.reply?.texts) : resolveText(reworded, words.values),
    say(deeds.note?.texts),
    say(deeds.action?.texts),
  ]
  const unresolved = [...new Set([...reply.unresolved, ...note.unresolved, ...action.unresolved])]
  const assignee = assigneeOf(deeds.assignee, actor)
  const touchpoint = deeds.touchpoint === 'none' ? null : deeds.touchpoint
  const kept = [...tags.filter((tag) => !deeds.tags?.remove.includes(tag)), ...(deeds.tags?.add ?? [])]
  const { team, priority, rootCause, status, snoozeHours } = deeds
  const way = deeds.reply?.way
  const moves: Move[] = [
    ...movesOf(
      actor,
      { team, touchpoint, assignee, priority, rootCause: way === 'resolve' ? undefined : rootCause },
      now,
    ),
    ...(deeds.tags ? [(at: Dossier) => toTags(actor, at, kept, now)] : []),
    ...(note.text ? [(at: Dossier) => toNote(actor, at, note.text, now)] : []),
    ...(way === 'send' || way === 'wait'
      ? [
          (at: Dossier) =>
            replyOn(actor, at, { text: reply.text, next: way === 'wait' ? 'wait' : undefined, hold }, now),
        ]
      : []),
    ...(way === 'resolve'
      ? [(at: Dossier) => resolveOn(actor, at, { rootCause, actionTaken: action.text, summary: reply.text, hold }, now)]
      : []),
    ...(status ? [(at: Dossier) => decideStatus(actor, at, { status: status.to, reason: status.reason }, now)] : []),
    ...(snoozeHours ? [(at: Dossier) => decideSnooze(actor, at, after(now, hours(snoozeHours)), now)] : []),
  ]
  return {
    text: deeds.reply ? reply.text : null,
    unresolved,
    effects: await effectsOf(actor, deeds, dossier, { assignee, tags }),
    moves: unresolved.length > 0 ? [() => tellUnresolved(unresolved)] : moves,
    words,
  }
}

const tellUnresolved = (variables: string[]): never =>
  refuse('macro.unresolved', { variables: variables.join(', ') }, [
    { path: 'text', code: 'macro.unresolved', message: variables.join(', ') },
  ])

async function effectsOf(
  actor: Actor,
  deeds: MacroDeeds,
  { ticket }: Dossier,
  { assignee, tags }: { assignee: string | null | undefined; tags: string[] },
): Promise<Effect[]> {
  const locale = actor.kind === 'user' ? localeOf(actor.locale) : 'es'
  const [team, place, cause, person] = await Promise.all([
    thing(teams, deeds.team, locale),
    thing(touchpoints, deeds.touchpoint, locale),
    thing(causes, deeds.rootCause, locale),
    assignee ? db.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, assignee)) : [],
  ])
  const way = deeds.reply?.way
  const all: (Effect | null)[] = [
    team && { kind: 'team', value: team.id, name: team.name, changes: team.id !== ticket.teamId },
    deeds.touchpoint
      ? {
          kind: 'touchpoint',
          value: place?.id ?? null,
          name: place?.name ?? null,
          changes: (place?.id ?? null) !== ticket.touchpointId,
        }
      : null,
    assignee === undefined
      ? null
      : { kind: 'assignee', value: assignee, name: person[0]?.name ?? null, changes: assignee !== ticket.assigneeId },
    deeds.priority
      ? { kind: 'priority', value: deeds.priority, name: null, changes: deeds.priority !== ticket.priority }
      : null,
    cause && { kind: 'rootCause', value: cause.id, name: cause.name, changes: cause.id !== ticket.rootCauseId },
    ...(deeds.tags?.add ?? []).map((tag) => tagged('tagsAdd', tag, !tags.includes(tag))),
    ...(deeds.tags?.remove ?? []).map((tag) => tagged('tagsRemove', tag, tags.includes(tag))),
    deeds.note ? { kind: 'note', value: null, name: null, changes: true } : null,
    way ? { kind: way, value: null, name: null, changes: true } : null,
    deeds.status
      ? { kind: 'status', value: deeds.status.to, name: null, changes: deeds.status.to !== ticket.status }
      : null,
    deeds.snoozeHours ? { kind: 'snooze', value: String(deeds.snoozeHours), name: null, changes: true } : null,
  ]
  return all.filter((effect) => effect !== null)
}

const tagged = (kind: 'tagsAdd' | 'tagsRemove', tag: string, changes: boolean): Effect => ({
  ...{ kind, value: tag, name: tag, changes },
})

function assigneeOf(ref: string | undefined, actor: Actor): string | null | undefined {
  if (ref === 'none') return null
  return ref === 'me' ? (actor.kind === 'user' ? actor.id : undefined) : ref
}

async function thing(of: typeof teams | typeof touchpoints | typeof causes, ref: string | undefined, locale: string) {
  if (!ref) return null
  const [row] = await db
    .select({ id: of.id, name: of.name, names: of.names })
    .from(of)
    .where(or(eq(of.id, ref), eq(of.slug, ref)))
  return row ? { id: row.id, name: named(row, locale) } : null
}

const tagsOf = async (ticketId: string): Promise<string[]> =>
  (await db.select({ tag: ticketTags.tag }).from(ticketTags).where(eq(ticketTags.ticketId, ticketId))).map(
    (row) => row.tag,
  )
