import { eq, sql } from 'drizzle-orm'
import { db, type Filled, freeze, frozen } from '@/db'
import { contributors, ticketTags } from '@/db/schema'
import type { Author } from '@/lib/events'
import { change, type Decided, followedBy, unchanged } from './change'
import type { Dossier } from './dossier'
import { placeIsFree } from './lookups'
import { decideWork } from './moves'
import type { TicketRow } from './row'
import { regrant } from './sla'

/** What a ticket stood at before a change that may be taken back: ids, codes, an instant as a number. */
export type Standing = Pick<
  TicketRow,
  'teamId' | 'assigneeId' | 'status' | 'priority' | 'priorityReason' | 'touchpointId' | 'joinKey' | 'rootCauseId'
> & { snoozedUntil: number | null; snoozedBy: string | null; contributors: string[]; tags: string[] }

/** How a ticket stands, for taking a change back later. */
export async function standingOf({ ticket, contributors: helping }: Dossier): Promise<Standing> {
  const { teamId, assigneeId, status, priority, priorityReason, touchpointId, joinKey, rootCauseId } = ticket
  return {
    ...{ teamId, assigneeId, status, priority, priorityReason, touchpointId, joinKey, rootCauseId },
    snoozedUntil: ticket.snoozedUntil?.getTime() ?? null,
    snoozedBy: ticket.snoozedBy,
    contributors: helping,
    tags: await tagsOf(ticket.id),
  }
}

/**
 * Puts back how an open ticket stood, each property with its own fact, as if somebody had set it: for taking back a change
 * that nobody has built upon. The caller has made sure of that. Refuses `ticket.transition`.
 */
export async function decideBack(by: Author, dossier: Dossier, before: Standing, now: Date): Promise<Decided> {
  const [free, tags] = await Promise.all([placeIsFree(dossier.ticket, before.touchpointId), tagsOf(dossier.ticket.id)])
  const waits = dossier.ticket.status.startsWith('waiting') && before.status === 'in_progress'
  return [
    (at: Dossier) => (waits ? decideWork(by, at, now) : unchanged(at)),
    (at: Dossier) => ownersBack(by, at, before, now),
    (at: Dossier) => propertiesBack(by, at, before, free, now),
    (at: Dossier) => tagsBack(by, at, before, tags, now),
  ].reduce((decided, next) => followedBy(decided, next), unchanged(dossier))
}

function ownersBack(by: Author, dossier: Dossier, before: Standing, now: Date): Decided {
  const { ticket } = dossier
  const { teamId, assigneeId, status } = before
  if (ticket.teamId === teamId && ticket.assigneeId === assigneeId && ticket.status === status)
    return unchanged(dossier)
  const moved = ticket.teamId !== teamId
  const payload = moved
    ? { from: ticket.teamId, to: teamId, assignee: assigneeId }
    : { from: ticket.assigneeId, to: assigneeId }
  const rows = dossier.contributors
    .filter((team) => !before.contributors.includes(team))
    .map((team) => helpNoMore({ ticketId: ticket.id, teamId: team }))
  const part = { teamId, assigneeId, status }
  return change(dossier, { fact: moved ? 'team_changed' : 'assigned', by, payload, ticket: part, rows }, now)
}

function propertiesBack(by: Author, dossier: Dossier, before: Standing, free: boolean, now: Date): Decided {
  const { priority, priorityReason, touchpointId, rootCauseId } = before
  const joinKey = free ? before.joinKey : null
  const target = dossier.policy.targets[priority]
  const clocks = dossier.clocks.map((clock) =>
    regrant(clock, clock.kind === 'first_contact' ? target.firstContact : target.resolution, dossier.calendar),
  )
  const snoozedUntil = before.snoozedUntil === null ? null : new Date(before.snoozedUntil)
  const snoozed = { snoozedUntil, snoozedBy: before.snoozedBy }
  const was = dossier.ticket
  const told =
    (from: unknown, to: unknown, fact: string, more: Omit<Parameters<typeof change>[1], 'fact' | 'by'>) =>
    (at: Dossier): Decided =>
      from === to ? unchanged(at) : change(at, { fact, by, payload: { from, to }, ...more }, now)
  return [
    told(was.priority, priority, 'priority_changed', { ticket: { priority, priorityReason }, clocks }),
    told(was.touchpointId, touchpointId, 'touchpoint_changed', { ticket: { touchpointId, joinKey } }),
    told(was.rootCauseId, rootCauseId, 'root_cause_set', { ticket: { rootCauseId } }),
    told(was.snoozedUntil?.getTime() ?? null, before.snoozedUntil, before.snoozedUntil ? 'snoozed' : 'woken', {
      payload: before.snoozedUntil ? { until: before.snoozedUntil } : { reason: 'person' },
      ticket: snoozed,
    }),
  ].reduce((decided, next) => followedBy(decided, next), unchanged(dossier))
}

function tagsBack(by: Author, dossier: Dossier, before: Standing, tags: string[], now: Date): Decided {
  const { id } = dossier.ticket
  const added = before.tags.filter((tag) => !tags.includes(tag))
  const removed = tags.filter((tag) => !before.tags.includes(tag))
  if (added.length + removed.length === 0) return unchanged(dossier)
  const rows: Filled[] = [
    ...added.map((tag) => insertTag({ ticketId: id, tag })),
    ...removed.map((tag) => deleteTag({ ticketId: id, tag })),
  ]
  return change(dossier, { fact: 'tagged', by, payload: { added, removed }, rows }, now)
}

const tagsOf = async (id: string): Promise<string[]> =>
  (await db.select({ tag: ticketTags.tag }).from(ticketTags).where(eq(ticketTags.ticketId, id))).map((row) => row.tag)

const insertTag = frozen(ticketTags)
const deleteTag = freeze('take tag back', (tx) =>
  tx
    .delete(ticketTags)
    .where(
      sql`${ticketTags.ticketId} = ${sql.placeholder('ticketId')} and ${ticketTags.tag} = ${sql.placeholder('tag')}`,
    ),
)
const helpNoMore = freeze('take helping back', (tx) =>
  tx
    .delete(contributors)
    .where(
      sql`${contributors.ticketId} = ${sql.placeholder('ticketId')} and ${contributors.teamId} = ${sql.placeholder('teamId')}`,
    ),
)
