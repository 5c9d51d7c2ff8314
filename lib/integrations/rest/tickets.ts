import { z } from 'zod'
import { changeTicket, reopen, reply, resolve } from '@/lib/followups'
import { ReplyInput, ResolveInput } from '@/lib/followups/shared'
import { type KeyActor, teams } from '@/lib/identity'
import { addNote, createTicket, logContact, queuePage, ticketById, ticketCount } from '@/lib/tickets'
import { ContactLogInput, CreateInput, NoteInput, PatchInput, ReopenInput, ticketStatuses } from '@/lib/tickets/shared'
import { resource } from './resource'
import { pageOf, paging } from './shapes'
import { checkedFilters, ticketFilters } from './ticket-filters'
import { Ticket, ticketOf, WholeTicket, wholeTicketOf } from './ticket-shapes'

const version = z.int().min(1).optional()
const Changed = z.strictObject({ id: z.string(), number: z.int(), version: z.int(), status: z.enum(ticketStatuses) })

const whole = async (actor: KeyActor, id: string, now: Date, status = 200) => ({
  status,
  body: wholeTicketOf(await ticketById(actor, id, now), now),
})

/** Tickets for programs: read by their filters, worked by the same commands as at the desk. */
export const ticketResources = [
  resource({
    method: 'GET',
    path: '/tickets',
    scope: 'tickets:read',
    summary: 'Tickets, newest first unless `sort` says otherwise; several values of a filter are separated by commas.',
    query: z.strictObject({
      ...ticketFilters,
      sort: z.enum(['due', 'newest', 'oldest', 'lowest']).default('newest'),
      ...paging,
    }),
    output: pageOf(Ticket),
    run: async (actor, { query: { sort, cursor, limit, ...given } }, now) => {
      const [filters, all] = await Promise.all([checkedFilters(actor, given), teams(actor, { retired: true })])
      const { data, nextCursor } = await queuePage(actor, { view: 'all', filters, sort, cursor, limit }, now)
      const slugs = new Map(all.map((team) => [team.id, team.slug]))
      return { status: 200, body: { data: data.map((row) => ticketOf(row, slugs, now)), nextCursor } }
    },
  }),
  resource({
    method: 'GET',
    path: '/tickets/count',
    scope: 'tickets:read',
    summary: 'How many tickets match the same filters.',
    query: z.strictObject(ticketFilters),
    output: z.strictObject({ count: z.int() }),
    run: async (actor, { query }, now) => ({
      status: 200,
      body: { count: await ticketCount(actor, { filters: await checkedFilters(actor, query) }, now) },
    }),
  }),
  resource({
    method: 'POST',
    path: '/tickets',
    scope: 'tickets:write',
    summary: 'Opens a ticket by hand, without a response.',
    input: z.strictObject(CreateInput.shape),
    output: WholeTicket,
    success: 201,
    run: async (actor, { input }, now) => whole(actor, (await createTicket(actor, input, now)).id, now, 201),
  }),
  resource({
    method: 'GET',
    path: '/tickets/{id}',
    scope: 'tickets:read',
    summary: 'One ticket with its timeline.',
    output: WholeTicket,
    run: async (actor, { params }, now) => whole(actor, params.id ?? '', now),
  }),
  resource({
    method: 'PATCH',
    path: '/tickets/{id}',
    scope: 'tickets:write',
    summary: 'Changes several properties at once, all or none; a stale `version` is 409 with what stands now.',
    input: z.strictObject({ ...PatchInput.shape, version }),
    output: WholeTicket,
    run: async (actor, { params, input }, now) => {
      const id = params.id ?? ''
      await changeTicket(actor, id, input, now)
      return whole(actor, id, now)
    },
  }),
  resource({
    method: 'POST',
    path: '/tickets/{id}/notes',
    scope: 'tickets:write',
    summary: 'A note that only the team reads.',
    input: z.strictObject(NoteInput.shape),
    output: Changed,
    success: 201,
    run: async (actor, { params, input }, now) => ({
      status: 201,
      body: await addNote(actor, params.id ?? '', input, now),
    }),
  }),
  resource({
    method: 'POST',
    path: '/tickets/{id}/messages',
    scope: 'tickets:write',
    summary: 'A letter to the customer; `next: wait` then waits for the answer. The id is the message’s.',
    input: z.strictObject({ ...ReplyInput.shape, version }),
    output: z.strictObject({ id: z.string() }),
    success: 201,
    run: async (actor, { params, input }, now) => ({
      status: 201,
      body: await reply(actor, params.id ?? '', input, now),
    }),
  }),
  resource({
    method: 'POST',
    path: '/tickets/{id}/contacts',
    scope: 'tickets:write',
    summary: 'A call, a visit, a chat, with its outcome.',
    input: z.strictObject({
      ...ContactLogInput.shape,
      minutes: z.int().min(0).max(1_440).optional(),
      version,
      at: z.iso
        .datetime({ offset: true })
        .transform((at) => new Date(at))
        .optional(),
    }),
    output: Changed,
    success: 201,
    run: async (actor, { params, input }, now) => ({
      status: 201,
      body: await logContact(actor, params.id ?? '', input, now),
    }),
  }),
  resource({
    method: 'POST',
    path: '/tickets/{id}/resolve',
    scope: 'tickets:write',
    summary:
      'Resolves: root cause, action taken, a summary for the customer, evidence of contact. What is missing is named.',
    input: z.strictObject({ ...ResolveInput.shape, version }),
    output: WholeTicket,
    run: async (actor, { params, input }, now) => {
      const id = params.id ?? ''
      await resolve(actor, id, input, now)
      return whole(actor, id, now)
    },
  }),
  resource({
    method: 'POST',
    path: '/tickets/{id}/reopen',
    scope: 'tickets:write',
    summary: 'Brings a resolved or closed ticket back; what waits for its customer is called back.',
    input: z.strictObject({ ...ReopenInput.shape, version }),
    output: WholeTicket,
    run: async (actor, { params, input }, now) => {
      const id = params.id ?? ''
      await reopen(actor, id, input, now)
      return whole(actor, id, now)
    },
  }),
]
