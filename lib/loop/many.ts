import { inArray } from 'drizzle-orm'
import { atomically, db, manyOf, type Step, type Tx } from '@/db'
import { customers, responseReasons, responses } from '@/db/schema'
import { type CustomerRow, isSomebody, matchCustomer } from '@/lib/customers'
import { record, system } from '@/lib/events'
import { isRefusal, type Refusal, refuse } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import { acceptResponse, countedOf, type ResponseRow, type Source, tallyWrites } from '@/lib/surveys'
import type { ResponseInput } from '@/lib/surveys/shared'
import { around } from './around'
import { type Configuration, configuration } from './configuration'
import { decide } from './people'
import { storedByExternalKeys, storedByIdempotencies } from './reading'
import { receive } from './receive'
import { type Keys, keysOf, replayOf } from './replay'
import type { Received } from './shared'
import { persistently } from './stale'

export type Incoming = { input: ResponseInput; idempotencyKey: string | null }

const insertResponses = manyOf(responses)
const insertReasons = manyOf(responseReasons)
const chunkSize = 200
const liveAtOnce = 24

/**
 * Takes many answers; the results stand in the order given, each what `receive` would have said, or its refusal: one bad
 * row never costs the others. History (`source.history`) opens no tickets and sends no mail and is stored in chunks of 200.
 */
export async function receiveMany(source: Source, items: Incoming[], now: Date): Promise<(Received | Refusal)[]> {
  const results: (Received | Refusal)[] = []
  const size = source.history ? chunkSize : liveAtOnce
  for (let from = 0; from < items.length; from += size) {
    const chunk = items.slice(from, from + size)
    results.push(
      ...(await (source.history
        ? persistently(() => storeHistory(source, chunk, now))
        : receiveEach(source, chunk, now))),
    )
  }
  return results
}

const receiveEach = (source: Source, chunk: Incoming[], now: Date) =>
  Promise.all(
    chunk.map(({ input, idempotencyKey }) => receive(withKey(source, idempotencyKey), input, now).catch(refusalOnly)),
  )

const withKey = (source: Source, idempotencyKey: string | null): Source =>
  idempotencyKey ? { ...source, idempotencyKey } : source

function refusalOnly(error: unknown): Refusal {
  if (isRefusal(error)) return error
  throw error
}

async function storeHistory(source: Source, chunk: Incoming[], now: Date): Promise<(Received | Refusal)[]> {
  const config = (await configuration(now)) ?? refuse('organization.unknown')
  const keyed = chunk.map(({ input, idempotencyKey }) => ({ input, source: withKey(source, idempotencyKey) }))
  const keys = keyed.map((item) => keysOf(item.source, item.input, config))
  const stored = await storedAlready(keys)
  const people = await knownPeople(chunk)
  const store: Store = { rows: [], reasons: [], counted: [], people: [] }
  const results = keyed.map((item, at) => {
    const known = keys[at]
    return known ? place(item.source, item.input, known, { config, stored, people, store, now }) : refusalOnly(null)
  })
  if (store.rows.length > 0) await atomically((tx) => writesOf(store, tx, source, now))
  return results
}

type Store = {
  rows: ResponseRow[]
  reasons: { responseId: string; causeId: string; position: number }[]
  counted: Parameters<typeof tallyWrites>[0]
  people: ((tx: Tx) => Step[])[]
}
type Here = { config: Configuration; stored: Known; people: People; store: Store; now: Date }

// Decides one row of the chunk, reading only what the chunk's queries brought and what rows before it became.
function place(source: Source, input: ResponseInput, keys: Keys, here: Here): Received | Refusal {
  const { config, stored, store, now } = here
  try {
    const earlier = stored.find(keys)
    if (earlier)
      return earlier.hash === keys.hash ? { ...earlier.received, replay: true } : refuse('idempotency.reused')
    const surroundings = around(input, config)
    const row = acceptResponse(source, input, keys.hash, surroundings, now)
    row.customerId = here.people.settle(input, row.submittedAt, now, store)?.id ?? null
    const causes = surroundings.causes.flatMap((cause) => cause?.id ?? [])
    store.rows.push(row)
    store.reasons.push(...[...new Set(causes)].map((causeId, position) => ({ responseId: row.id, causeId, position })))
    store.counted.push(countedOf(row, [...new Set(causes)], 1))
    const received = replayOf({ ...row, number: null }, config)
    stored.add(keys, { ...received, replay: false })
    return { ...received, replay: false }
  } catch (error) {
    return refusalOnly(error)
  }
}

function writesOf(store: Store, tx: Tx, source: Source, now: Date): Step[] {
  const last = store.rows.at(-1)
  return [
    ...store.people.flatMap((write) => write(tx)),
    ...insertResponses(store.rows),
    ...insertReasons(store.reasons),
    ...record(
      [
        {
          kind: 'response.received',
          subject: source.importId ? { kind: 'import', id: source.importId } : { kind: 'response', id: last?.id ?? '' },
          actor: source.keyId ? { kind: 'key', id: source.keyId } : system('import'),
          payload: { count: store.rows.length, first: store.rows[0]?.id, last: last?.id, history: true },
        },
      ],
      now,
    ),
    ...tallyWrites(store.counted),
  ]
}

type Known = {
  find: (keys: Keys) => { hash: string | null; received: Received } | null
  add: (keys: Keys, received: Received) => void
}

async function storedAlready(keys: Keys[]): Promise<Known> {
  const byKey = new Map<string, { hash: string | null; received: Received }>()
  const idempotencies = keys.flatMap((key) => key.idempotency ?? [])
  const externals = keys.flatMap((key) => key.external ?? [])
  const bare = (stored: Awaited<ReturnType<typeof storedByIdempotencies>>[number]) => ({
    hash: stored.contentHash,
    received: {
      id: stored.id,
      category: stored.category,
      touchpoint: stored.touchpoint,
      ticket: null,
      receivedAt: stored.receivedAt.toISOString(),
      replay: true,
    },
  })
  for (const stored of await storedByIdempotencies(idempotencies)) byKey.set(`i ${stored.idempotency}`, bare(stored))
  for (const stored of await storedByExternalKeys(externals)) byKey.set(`e ${stored.externalKey}`, bare(stored))
  return {
    find: (key) => byKey.get(`i ${key.idempotency}`) ?? byKey.get(`e ${key.external}`) ?? null,
    add: (key, received) => {
      if (key.idempotency) byKey.set(`i ${key.idempotency}`, { hash: key.hash, received })
      if (key.external) byKey.set(`e ${key.external}`, { hash: key.hash, received })
    },
  }
}

type People = { settle: (input: ResponseInput, at: Date, now: Date, store: Store) => CustomerRow | null }

async function knownPeople(chunk: Incoming[]): Promise<People> {
  const facts = chunk.flatMap(({ input }) => input.customer ?? [])
  const externals = facts.flatMap((its) => its.externalId ?? [])
  const emails = facts.flatMap((its) => (its.email ? (emailKey(its.email) ?? []) : []))
  const rows = [
    ...(externals.length > 0 ? await db.select().from(customers).where(inArray(customers.externalId, externals)) : []),
    ...(emails.length > 0 ? await db.select().from(customers).where(inArray(customers.emailKey, emails)) : []),
  ]
  const byExternal = new Map(rows.flatMap((row) => (row.externalId ? [[row.externalId, row] as const] : [])))
  const byEmail = new Map(rows.flatMap((row) => (row.emailKey ? [[row.emailKey, row] as const] : [])))
  return {
    settle: (input, at, now, store) => {
      if (!isSomebody(input.customer)) return null
      const key = input.customer.email ? emailKey(input.customer.email) : null
      const match = matchCustomer(
        input.customer,
        (input.customer.externalId && byExternal.get(input.customer.externalId)) || null,
        (key && byEmail.get(key)) || null,
      )
      const person = decide(match.customer, match.facts, match.flag, at, now)
      store.people.push(person.write)
      if (person.customer.externalId) byExternal.set(person.customer.externalId, person.customer)
      if (person.customer.emailKey) byEmail.set(person.customer.emailKey, person.customer)
      return person.customer
    },
  }
}
