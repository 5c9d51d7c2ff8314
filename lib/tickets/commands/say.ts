import { eq, sql } from 'drizzle-orm'
import { db, freeze, frozen } from '@/db'
import { messages, ticketTags } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { slugOf } from '@/lib/kit/text'
import { change, type Decided, unchanged } from '../change'
import { type Changed, work } from '../commit'
import { decideContactLog } from '../contact'
import type { Dossier } from '../dossier'
import type { ContactLogInput, NoteInput, ReopenInput, TagsInput } from '../inputs'
import { blame } from '../lookups'
import { mentionsIn } from '../mentions'
import { decideAttention } from '../properties'
import { readersOf } from '../readers'

const insertMessage = frozen(messages)
const insertTag = frozen(ticketTags)
const deleteTag = freeze('delete tag', (tx) =>
  tx
    .delete(ticketTags)
    .where(
      sql`${ticketTags.ticketId} = ${sql.placeholder('ticketId')} and ${ticketTags.tag} = ${sql.placeholder('tag')}`,
    ),
)

/**
 * Writes a note that only the team reads; on any ticket, whatever its status. Whom it means (`@[Name](usr_…)`) is told, and
 * must see the ticket. Refuses `ticket.unknown`, `ticket.mention` naming `text`.
 */
export async function addNote(actor: Actor, id: string, { text }: NoteInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, undefined, (dossier) => toNote(actor, dossier, text, now), { patient: true })
}

/** Sets a ticket's tags, each as a slug. Refuses `ticket.unknown`, `ticket.stale`. */
export async function tag(actor: Actor, id: string, input: TagsInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => toTags(actor, dossier, input.tags, now))
}

/** Logs a call, a visit, a chat with its outcome. Refuses `ticket.unknown`, `ticket.stale`, `ticket.settled`. */
export async function logContact(actor: Actor, id: string, input: ContactLogInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => decideContactLog(actor, dossier, input, now), { patient: true })
}

/** Somebody has seen what wanted an eye. Refuses `ticket.unknown`, `ticket.stale`. */
export async function settleAttention(actor: Actor, id: string, input: ReopenInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) =>
    dossier.ticket.attention === null ? unchanged(dossier) : decideAttention(actor, dossier, null, now),
  )
}

/** The same as a decision, for a list of several. */
export async function toNote(actor: Actor, dossier: Dossier, text: string, now: Date): Promise<Decided> {
  const mentions = await meant(dossier, text)
  const message = newId('message')
  const row = {
    id: message,
    ticketId: dossier.ticket.id,
    kind: 'note' as const,
    authorKind: actor.kind,
    authorId: actor.id,
    text,
    letterId: null,
    visible: false,
    createdAt: now,
    erasedAt: null,
  }
  return change(
    dossier,
    {
      fact: 'noted',
      by: actor,
      payload: { message, ...(mentions.length > 0 ? { mentions } : {}) },
      rows: [insertMessage(row)],
    },
    now,
  )
}

async function meant(dossier: Dossier, text: string): Promise<string[]> {
  const ids = mentionsIn(text)
  if (ids.length === 0) return []
  const readers = new Set((await readersOf(dossier)).map(({ id }) => id))
  const strangers = ids.filter((id) => !readers.has(id))
  return strangers.length > 0 ? blame('text', 'ticket.mention', 'ticket.mention') : ids
}

/** The whole set of tags as a decision, for a list of several. */
export async function toTags(actor: Actor, dossier: Dossier, tags: string[], now: Date): Promise<Decided> {
  const { id } = dossier.ticket
  const rows = await db.select({ tag: ticketTags.tag }).from(ticketTags).where(eq(ticketTags.ticketId, id))
  const before = new Set(rows.map((row) => row.tag))
  const wanted = new Set(tags.map(slugOf).filter(Boolean))
  const added = [...wanted].filter((one) => !before.has(one))
  const removed = [...before].filter((one) => !wanted.has(one))
  if (added.length + removed.length === 0) return unchanged(dossier)
  const writes = [
    ...added.map((one) => insertTag({ ticketId: id, tag: one })),
    ...removed.map((one) => deleteTag({ ticketId: id, tag: one })),
  ]
  return change(dossier, { fact: 'tagged', by: actor, payload: { added, removed }, rows: writes }, now)
}
