import { z } from 'zod'
import {
  type CustomerRow,
  createCustomer,
  customerById,
  customerHistory,
  eraseCustomer,
  exportCustomer,
  listCustomers,
  updateCustomer,
} from '@/lib/customers'
import { CustomerInput, CustomerPatch } from '@/lib/customers/shared'
import { toDecimal } from '@/lib/kit/money'
import { emailKey } from '@/lib/kit/text'
import { resource } from './resource'
import { Decimal, Instant, pageOf, paging } from './shapes'

const Customer = z.strictObject({
  id: z.string(),
  externalId: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  segment: z.string().nullable(),
  annualValue: Decimal.nullable(),
  /** False: asked not to be sent surveys. */
  surveys: z.boolean(),
  createdAt: Instant,
  erasedAt: Instant.nullable(),
  version: z.int(),
})

const Line = z.union([
  z.strictObject({
    kind: z.literal('response'),
    id: z.string(),
    at: Instant,
    survey: z.string(),
    score: z.int(),
    category: z.string(),
    touchpoint: z.string().nullable(),
    comment: z.string().nullable(),
    ticketId: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('ticket'),
    id: z.string(),
    at: Instant,
    number: z.int(),
    status: z.string(),
    touchpoint: z.string().nullable(),
    outcome: z.string().nullable(),
    verdictScore: z.int().nullable(),
  }),
  z.strictObject({
    kind: z.literal('letter'),
    id: z.string(),
    at: Instant,
    letter: z.string(),
    state: z.string(),
    ticketId: z.string().nullable(),
  }),
])

const shown = (row: CustomerRow) => ({
  ...{ id: row.id, externalId: row.externalId, email: row.email, name: row.name, phone: row.phone },
  ...{ language: row.language, segment: row.segment, createdAt: row.createdAt, erasedAt: row.erasedAt },
  annualValue:
    row.annualValue !== null && row.valueCurrency
      ? { amount: toDecimal(row.annualValue, row.valueCurrency), currency: row.valueCurrency }
      : null,
  surveys: row.optedOutAt === null,
  version: row.version,
})

export const customerResources = [
  resource({
    method: 'GET',
    path: '/customers',
    scope: 'customers:read',
    summary: 'Customers by name; `q` is part of a name or e-mail, or an external id.',
    query: z.strictObject({
      q: z.string().max(200).optional(),
      segment: z.string().max(64).optional(),
      externalId: z.string().max(128).optional(),
      email: z.string().max(254).optional(),
      ...paging,
    }),
    output: pageOf(Customer),
    run: async (actor, { query }) => {
      const email = query.email === undefined ? undefined : (emailKey(query.email) ?? '')
      const page = await listCustomers(actor, { ...query, email })
      return { status: 200, body: { ...page, data: page.data.map(shown) } }
    },
  }),
  resource({
    method: 'POST',
    path: '/customers',
    scope: 'customers:write',
    summary: 'Puts a customer down; one who is there already is refused with 409.',
    input: CustomerInput,
    output: Customer,
    success: 201,
    run: async (actor, { input }, now) => {
      const { id } = await createCustomer(actor, input, now)
      return { status: 201, body: shown(await customerById(actor, id)) }
    },
  }),
  resource({
    method: 'GET',
    path: '/customers/{id}',
    scope: 'customers:read',
    summary: 'One customer.',
    output: Customer,
    run: async (actor, { params }) => ({ status: 200, body: shown(await customerById(actor, params.id ?? '')) }),
  }),
  resource({
    method: 'PATCH',
    path: '/customers/{id}',
    scope: 'customers:write',
    summary: 'Changes what is known: present fields overwrite, null clears. `surveys: false` is an opt-out.',
    input: CustomerPatch.extend({ version: z.int().min(1).optional() }),
    output: Customer,
    run: async (actor, { params, input: { version, ...patch } }, now) => {
      const id = params.id ?? ''
      await updateCustomer(actor, id, patch, version ?? null, now)
      return { status: 200, body: shown(await customerById(actor, id)) }
    },
  }),
  resource({
    method: 'DELETE',
    path: '/customers/{id}',
    scope: 'customers:write',
    summary: 'Erases identity and words everywhere; scores stay as figures of nobody.',
    output: z.void(),
    success: 204,
    run: async (actor, { params }, now) => {
      await eraseCustomer(actor, params.id ?? '', now)
      return { status: 204, body: undefined }
    },
  }),
  resource({
    method: 'GET',
    path: '/customers/{id}/history',
    scope: 'customers:read',
    summary: 'Responses, tickets and letters of one customer, newest first.',
    query: z.strictObject(paging),
    output: pageOf(Line),
    run: async (actor, { params, query }) => ({
      status: 200,
      body: await customerHistory(actor, params.id ?? '', query),
    }),
  }),
  resource({
    method: 'GET',
    path: '/customers/{id}/export',
    scope: 'customers:read',
    summary: 'Everything that is kept of one person, for them to take along.',
    output: z.looseObject({ customer: z.looseObject({ id: z.string() }) }),
    run: async (actor, { params }) => ({ status: 200, body: await exportCustomer(actor, params.id ?? '') }),
  }),
]
