import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { attachments, gestures, notices, subTasks, ticketLinks, tickets, users, watchers } from '@/db/schema'
import type { LinkKind } from '@/db/words/desk'
import type { Actor } from '@/lib/identity/shared'
import { seenAmong } from '../access'
import type { GestureRow } from '../commands/gestures'
import type { TaskRow } from '../commands/tasks'
import type { TicketRow } from '../row'

type Who = { id: string; name: string }

/** A ticket that this one belongs with: `to`, it came of this one; `from`, this one came of it. */
export type Link = {
  kind: LinkKind
  way: 'to' | 'from'
  at: Date
  /** Number and state; the id, by which it is opened, only of one that the reader may see. */
  ticket: Pick<TicketRow, 'number' | 'status'> & { id: string | null }
}

/** A file of a ticket without its bytes. `messageId` null: it stands in a draft. */
export type FileOn = {
  id: string
  messageId: string | null
  name: string
  mediaType: string
  size: number
  inline: boolean
  createdBy: string | null
  createdAt: Date
}

/** What stands beside a ticket: people, tasks, gestures, files, other tickets, and what concerns the reader alone. */
export type Beside = {
  watchers: Who[]
  /** The reader is among them. */
  watching: boolean
  /** Open ones first, in the order of their making. */
  tasks: (Omit<TaskRow, 'ticketId'> & { assignee: string | null; doneByName: string | null })[]
  /** `state`: `waiting` for a lead, `stands`, or `withdrawn`. */
  gestures: (Omit<GestureRow, 'ticketId'> & {
    state: 'waiting' | 'stands' | 'withdrawn'
    author: string | null
    approver: string | null
  })[]
  links: Link[]
  attachments: FileOn[]
  /** Until when it is set aside, and by whom; null when it is not. */
  snoozed: { until: Date; by: string | null } | null
  /** How many of the reader's notices about it are unseen. */
  unseenNotices: number
}

export async function beside(actor: Actor, ticket: TicketRow): Promise<Beside> {
  const reader = actor.kind === 'user' ? actor.id : ''
  const here = { ticket: ticket.id }
  const [watching, tasks, given, linked, files, unseen, [snoozer]] = await Promise.all([
    readWatchers(here),
    readTasks(here),
    readGestures(here),
    readLinks(here),
    readFiles(here),
    readUnseen({ ...here, user: reader }),
    ticket.snoozedBy ? readName({ user: ticket.snoozedBy }) : [],
  ])
  const names = await peopleNamed([
    ...tasks.flatMap(({ assigneeId, doneBy }) => [assigneeId, doneBy]),
    ...given.flatMap(({ createdBy, approvedBy }) => [createdBy, approvedBy]),
  ])
  const of = (id: string | null) => (id ? (names.get(id) ?? null) : null)
  return {
    watchers: watching,
    watching: watching.some(({ id }) => id === reader),
    tasks: tasks
      .map(({ ticketId: _, ...task }) => ({ ...task, assignee: of(task.assigneeId), doneByName: of(task.doneBy) }))
      .sort((one, other) => Number(one.doneAt !== null) - Number(other.doneAt !== null)),
    gestures: given.map(({ ticketId: _, ...one }) => ({
      ...one,
      state: one.withdrawnAt ? 'withdrawn' : one.approvedAt ? 'stands' : 'waiting',
      author: of(one.createdBy),
      approver: of(one.approvedBy),
    })),
    links: await linksSeen(actor, ticket.id, linked),
    attachments: files,
    snoozed: ticket.snoozedUntil && { until: ticket.snoozedUntil, by: snoozer?.name ?? null },
    unseenNotices: unseen.length,
  }
}

async function linksSeen(actor: Actor, id: string, rows: Awaited<ReturnType<typeof readLinks>>): Promise<Link[]> {
  const seen = await seenAmong(
    actor,
    rows.map(({ other }) => other),
  )
  return rows.map(({ fromId, other, kind, at, number, status }) => ({
    ...{ kind, at, way: fromId === id ? 'to' : 'from' },
    ticket: { id: seen.has(other) ? other : null, number, status },
  }))
}

async function peopleNamed(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const found = await Promise.all(wanted.map((user) => readName({ user })))
  return new Map(found.flat().map(({ id, name }) => [id, name]))
}

const ticket = sql.placeholder('ticket')
const user = sql.placeholder('user')

const readWatchers = prepared('watchers of a ticket', (read) =>
  read
    .select({ id: users.id, name: users.name })
    .from(watchers)
    .innerJoin(users, eq(users.id, watchers.userId))
    .where(and(eq(watchers.ticketId, ticket), eq(users.active, true)))
    .orderBy(asc(users.folded)),
)
const readTasks = prepared('tasks of a ticket', (read) =>
  read.select().from(subTasks).where(eq(subTasks.ticketId, ticket)).orderBy(asc(subTasks.id)),
)
const readGestures = prepared('gestures of a ticket', (read) =>
  read.select().from(gestures).where(eq(gestures.ticketId, ticket)).orderBy(asc(gestures.id)),
)
const readLinks = prepared('links of a ticket', (read) =>
  read
    .select({
      fromId: ticketLinks.fromId,
      other: tickets.id,
      kind: ticketLinks.kind,
      at: ticketLinks.at,
      number: tickets.number,
      status: tickets.status,
    })
    .from(ticketLinks)
    .innerJoin(
      tickets,
      sql`${tickets.id} = case when ${ticketLinks.fromId} = ${ticket} then ${ticketLinks.toId} else ${ticketLinks.fromId} end`,
    )
    .where(or(eq(ticketLinks.fromId, ticket), eq(ticketLinks.toId, ticket)))
    .orderBy(asc(ticketLinks.at), asc(tickets.number)),
)
const readFiles = prepared('files of a ticket', (read) =>
  read
    .select({
      id: attachments.id,
      messageId: attachments.messageRowId,
      name: attachments.name,
      mediaType: attachments.mediaType,
      size: attachments.size,
      inline: attachments.inline,
      createdBy: attachments.createdBy,
      createdAt: attachments.createdAt,
    })
    .from(attachments)
    .where(eq(attachments.ticketId, ticket))
    .orderBy(asc(attachments.id)),
)
const readUnseen = prepared('unseen notices of a ticket', (read) =>
  read
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.ticketId, ticket), eq(notices.userId, user), isNull(notices.seenAt))),
)
const readName = prepared('name of a person', (read) =>
  read.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, user)),
)
