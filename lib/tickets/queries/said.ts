import { asc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { letters, messages, recoveries, users } from '@/db/schema'
import { type Event, timeline } from '@/lib/events'
import type { Actor } from '@/lib/identity/shared'
import { dossierOf } from '../dossier'
import type { AttemptRow } from '../row'

/** The state of a letter, without its words. */
export type LetterState = Pick<
  typeof letters.$inferSelect,
  | 'id'
  | 'kind'
  | 'state'
  | 'error'
  | 'resent'
  | 'via'
  | 'attempts'
  | 'createdAt'
  | 'sentAt'
  | 'messageRowId'
  | 'notBefore'
  | 'bouncedAt'
  | 'bounceStatus'
  | 'diagnostic'
>
export type MessageOn = Omit<typeof messages.$inferSelect, 'ticketId'> & { letter: LetterState | null }
export type Happened = Omit<Event, 'announced' | 'subjectKind' | 'subjectId'>

/** What was said and what happened on a ticket, oldest first. */
export type Said = {
  messages: MessageOn[]
  /** Every letter to the customer, automatic ones too. */
  letters: LetterState[]
  events: Happened[]
  /** Each time the customer was asked again. */
  recoveries: (typeof recoveries.$inferSelect)[]
  /** Names of the people who appear, by id. */
  names: Record<string, string>
}

export async function saidOn(ticketId: string, attempts: AttemptRow[]): Promise<Said> {
  const { id, kind, state, error, resent, via, attempts: tries, createdAt, sentAt, messageRowId } = letters
  const { notBefore, bouncedAt, bounceStatus, diagnostic } = letters
  const outcome = { error, resent, via, attempts: tries, notBefore, bouncedAt, bounceStatus, diagnostic }
  const [said, sent, happened, asked] = await Promise.all([
    db
      .select()
      .from(messages)
      .where(eq(messages.ticketId, ticketId))
      .orderBy(asc(messages.createdAt), asc(messages.id)),
    db
      .select({ id, kind, state, ...outcome, createdAt, sentAt, messageRowId })
      .from(letters)
      .where(eq(letters.ticketId, ticketId))
      .orderBy(asc(createdAt), asc(id)),
    timeline(ticketId),
    db.select().from(recoveries).where(eq(recoveries.ticketId, ticketId)).orderBy(asc(recoveries.round)),
  ])
  const byId = new Map(sent.map((letter) => [letter.id, letter]))
  return {
    messages: said.map(({ ticketId: _, ...message }) => ({
      ...message,
      letter: byId.get(message.letterId ?? '') ?? null,
    })),
    letters: sent,
    events: happened.map(bare),
    recoveries: asked,
    names: await namesOf([
      ...said.map(({ authorId }) => authorId),
      ...attempts.map(({ actorId }) => actorId),
      ...happened.flatMap(({ actorId, payload }) => [actorId, payload.from, payload.to, payload.assignee]),
    ]),
  }
}

/** What happened to a ticket, oldest first, with the names of its people. Refuses `ticket.unknown`. */
export async function ticketTimeline(
  actor: Actor,
  id: string,
): Promise<{ events: Happened[]; names: Record<string, string> }> {
  await dossierOf(actor, id)
  const happened = await timeline(id)
  const ids = happened.flatMap(({ actorId, payload }) => [actorId, payload.from, payload.to, payload.assignee])
  return { events: happened.map(bare), names: await namesOf(ids) }
}

async function namesOf(ids: unknown[]): Promise<Record<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string' && id.startsWith('usr_')))]
  if (wanted.length === 0) return {}
  const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, wanted))
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

const bare = ({ announced: _, subjectKind: _kind, subjectId: _id, ...event }: Event): Happened => event
