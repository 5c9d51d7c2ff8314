import { and, desc, eq, ne, or, sql } from 'drizzle-orm'
import { atomically, db, type Filled, freeze, must } from '@/db'
import { drafts, messages, users } from '@/db/schema'
import type { DraftKind } from '@/db/words/desk'
import { demand, type UserActor } from '@/lib/identity/shared'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { dossierOf } from '@/lib/tickets'
import type { DraftInput } from './draft-input'

/** What somebody began to write on a ticket. */
export type Draft = {
  kind: DraftKind
  text: string
  shared: boolean
  /** The last thing said when it was begun. */
  seenMessageId: string | null
  beganAt: Date
  updatedAt: Date
  owner: { id: string; name: string }
  mine: boolean
}

const drop = freeze('drop draft', (tx) =>
  tx
    .delete(drafts)
    .where(
      and(
        eq(drafts.ticketId, sql.placeholder('ticketId')),
        eq(drafts.userId, sql.placeholder('userId')),
        eq(drafts.kind, sql.placeholder('kind')),
      ),
    ),
)

/** The write after which a person's draft is gone: for the list that sends it. Nothing happens when there is none. */
export const dropDraftWrite = (ticketId: string, userId: string, kind: DraftKind): Filled =>
  drop({ ticketId, userId, kind })

/**
 * Keeps what the actor began to write, one text per kind; an empty one lets it go. `seenMessageId` is fixed when it is
 * begun: the last message of this ticket that they had read. Refuses `ticket.unknown`, `message.unknown`.
 */
export async function saveDraft(
  actor: UserActor,
  ticketId: string,
  { kind, text, seenMessageId = null }: DraftInput,
  now: Date,
): Promise<{ savedAt: Date | null }> {
  demand(actor, 'tickets.work')
  await dossierOf(actor, ticketId)
  if (!text.trim()) {
    await dropDraft(actor, ticketId, kind)
    return { savedAt: null }
  }
  if (seenMessageId) await demandMessage(ticketId, seenMessageId)
  await atomically((tx) => [
    tx
      .insert(drafts)
      .values({
        ...{ ticketId, userId: actor.id, kind, text, shared: false, seenMessageId },
        ...{ beganAt: now, updatedAt: now },
      })
      .onConflictDoUpdate({ target: [drafts.ticketId, drafts.userId, drafts.kind], set: { text, updatedAt: now } }),
  ])
  return { savedAt: now }
}

/** The actor's drafts on a ticket, and what others let the team read. Refuses `ticket.unknown`. */
export async function draftsFor(actor: UserActor, ticketId: string): Promise<Draft[]> {
  await dossierOf(actor, ticketId)
  const rows = await db
    .select({ draft: drafts, owner: { id: users.id, name: users.name } })
    .from(drafts)
    .innerJoin(users, eq(users.id, drafts.userId))
    .where(and(eq(drafts.ticketId, ticketId), or(eq(drafts.userId, actor.id), eq(drafts.shared, true))))
    .orderBy(desc(drafts.updatedAt))
  return rows.map(({ draft: { kind, text, shared, seenMessageId, beganAt, updatedAt }, owner }) => ({
    ...{ kind, text, shared, seenMessageId, beganAt, updatedAt, owner },
    mine: owner.id === actor.id,
  }))
}

/** Lets a draft of one's own go. */
export async function dropDraft(actor: UserActor, ticketId: string, kind: DraftKind): Promise<void> {
  await atomically(() => [dropDraftWrite(ticketId, actor.id, kind)])
}

/** Lets the team read a draft of one's own and go on with it, or no longer. Refuses `ticket.unknown`, `draft.unknown`. */
export async function shareDraft(actor: UserActor, ticketId: string, kind: DraftKind, shared: boolean): Promise<void> {
  demand(actor, 'tickets.work')
  await dossierOf(actor, ticketId)
  const own = and(eq(drafts.ticketId, ticketId), eq(drafts.userId, actor.id), eq(drafts.kind, kind))
  await atomically((tx) => [must(tx.update(drafts).set({ shared }).where(own), noDraft)])
}

/**
 * Goes on with a draft that somebody shared: it becomes the actor's, and replaces none of their own. Refuses
 * `ticket.unknown`, `draft.unknown` for what is not shared any more, `draft.taken` when the actor has one already.
 */
export async function takeDraft(
  actor: UserActor,
  ticketId: string,
  { kind, from }: { kind: DraftKind; from: string },
  now: Date,
): Promise<void> {
  demand(actor, 'tickets.work')
  const taken = (await draftsFor(actor, ticketId)).find((one) => one.kind === kind && one.owner.id === from)
  if (!taken || taken.mine) return refuse('draft.unknown')
  const theirs = and(
    eq(drafts.ticketId, ticketId),
    eq(drafts.userId, from),
    eq(drafts.kind, kind),
    eq(drafts.shared, true),
    ne(drafts.userId, actor.id),
  )
  const own = and(eq(drafts.ticketId, ticketId), eq(drafts.userId, actor.id), eq(drafts.kind, kind))
  if ((await db.$count(drafts, own)) > 0) refuse('draft.taken')
  await atomically((tx) => [
    must(tx.update(drafts).set({ userId: actor.id, shared: false, updatedAt: now }).where(theirs), noDraft),
  ])
}

const noDraft = () => new Refusal('draft.unknown')

async function demandMessage(ticketId: string, id: string): Promise<void> {
  const known = await db.$count(messages, and(eq(messages.id, id), eq(messages.ticketId, ticketId)))
  if (known === 0) refuse('message.unknown')
}
