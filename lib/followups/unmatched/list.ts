import { inArray } from 'drizzle-orm'
import { db } from '@/db'
import { attachments, contributors, customers, tickets } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { type Inbound, inboundById, rawOf, readMail, type UnmatchedFilter, unmatchedPage } from '@/lib/inbox'
import { isRefusal, refuse } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import { sees } from '@/lib/tickets'
import type { AttachedFile } from '../files/draft'
import { type ShownHtml, shownHtml } from '../html/message'

/** A mail that belongs to no ticket yet. Suggestions are only that: of a ticket that the reader may see, of a customer by their address. */
export type UnmatchedMail = Pick<
  Inbound,
  'id' | 'state' | 'kind' | 'error' | 'fromAddress' | 'fromName' | 'subject' | 'receivedAt' | 'size'
> & {
  ticket: { id: string; number: number } | null
  customer: { id: string; name: string | null } | null
  files: number
}

/** One of them, whole. `text` is empty for a mail that could not be read. */
export type UnmatchedWhole = UnmatchedMail & {
  text: string
  quoteAt: number | null
  hasHtml: boolean
  files: number
  attached: AttachedFile[]
}

/** Mail that waits for a person, newest first, for whoever assigns work. Refuses `identity.forbidden`. */
export async function unmatchedMail(
  actor: Actor,
  filter: UnmatchedFilter = {},
): Promise<{ mails: UnmatchedMail[]; nextCursor: string | null }> {
  const page = await unmatchedPage(actor, filter)
  return { mails: await shown(actor, page.data), nextCursor: page.nextCursor }
}

/** One mail that waits, with its words. Refuses `identity.forbidden`, `inbound.unknown`. */
export async function unmatchedById(actor: Actor, id: string): Promise<UnmatchedWhole> {
  const row = await waitingMail(actor, id)
  const [mail] = await shown(actor, [row])
  if (!mail) return refuse('inbound.unknown')
  const raw = row.state === 'unreadable' ? null : await rawOf(id)
  const read = raw ? await readMail(raw).catch(unreadable) : null
  const attached = await db
    .select({ id: attachments.id, name: attachments.name, mediaType: attachments.mediaType, size: attachments.size })
    .from(attachments)
    .where(inArray(attachments.inboundId, [id]))
  return {
    ...mail,
    text: read?.text ?? '',
    quoteAt: read?.quoteAt ?? null,
    hasHtml: Boolean(read?.html),
    attached,
  }
}

/** Its HTML, made harmless. Refuses as `unmatchedById`. */
export async function unmatchedHtml(actor: Actor, id: string, { images }: { images: boolean }): Promise<ShownHtml> {
  await waitingMail(actor, id)
  return shownHtml(id, images, actor.kind === 'user' ? actor.locale : 'es')
}

/** Its bytes as they came. Refuses as `unmatchedById`. */
export async function unmatchedSource(actor: Actor, id: string): Promise<{ name: string; bytes: Buffer }> {
  await waitingMail(actor, id)
  const bytes = await rawOf(id)
  return bytes ? { name: `${id}.eml`, bytes } : refuse('inbound.unknown')
}

const waiting = ['unmatched', 'unreadable', 'quarantined']

/** A mail that still waits for a person. Refuses `identity.forbidden`, `inbound.unknown`, `inbound.stale` when somebody settled it. */
export async function waitingMail(actor: Actor, id: string): Promise<Inbound> {
  demand(actor, 'tickets.assign')
  demand(actor, 'words.read')
  const row = await inboundById(id)
  // What stands on a ticket is read there, by whoever may see it.
  if (!row || row.erasedAt || row.ticketId) return refuse('inbound.unknown')
  const held = row.state === 'received' && row.error === 'rate'
  if (!held && !waiting.includes(row.state)) return refuse('inbound.stale')
  return row
}

async function shown(actor: Actor, rows: Inbound[]): Promise<UnmatchedMail[]> {
  const [found, people, files] = await Promise.all([suggestedOf(actor, rows), peopleOf(rows), filesOf(rows)])
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    kind: row.kind,
    error: row.error,
    fromAddress: row.fromAddress,
    fromName: row.fromName,
    subject: row.subject,
    receivedAt: row.receivedAt,
    size: row.size,
    ticket: found.get(row.suggestedTicketId ?? '') ?? null,
    customer: people.get(emailKey(row.fromAddress ?? '') ?? '') ?? null,
    files: files.get(row.id) ?? 0,
  }))
}

async function suggestedOf(actor: Actor, rows: Inbound[]): Promise<Map<string, { id: string; number: number }>> {
  const ids = rows.flatMap(({ suggestedTicketId }) => suggestedTicketId ?? [])
  if (ids.length === 0) return new Map()
  const [found, helping] = await Promise.all([
    db
      .select({ id: tickets.id, number: tickets.number, teamId: tickets.teamId })
      .from(tickets)
      .where(inArray(tickets.id, ids)),
    db.select().from(contributors).where(inArray(contributors.ticketId, ids)),
  ])
  const seen = found.filter(({ id, teamId }) =>
    sees(
      actor,
      teamId,
      helping.filter(({ ticketId }) => ticketId === id).map((team) => team.teamId),
    ),
  )
  return new Map(seen.map(({ id, number }) => [id, { id, number }]))
}

async function peopleOf(rows: Inbound[]): Promise<Map<string, { id: string; name: string | null }>> {
  const keys = rows.flatMap(({ fromAddress }) => emailKey(fromAddress ?? '') ?? [])
  if (keys.length === 0) return new Map()
  const found = await db
    .select({ id: customers.id, name: customers.name, key: customers.emailKey })
    .from(customers)
    .where(inArray(customers.emailKey, keys))
  return new Map(found.map(({ id, name, key }) => [key ?? '', { id, name }]))
}

async function filesOf(rows: Inbound[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const found = await db
    .select({ on: attachments.inboundId })
    .from(attachments)
    .where(inArray(attachments.inboundId, ids))
  const count = new Map<string, number>()
  for (const { on } of found) if (on) count.set(on, (count.get(on) ?? 0) + 1)
  return count
}

const unreadable = (error: unknown): null => {
  if (isRefusal(error)) return null
  throw error
}
