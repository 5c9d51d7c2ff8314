import { and, eq, exists, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { customers, responses, slaClocks, tickets } from '@/db/schema'
import { searchTickets } from '@/db/search'
import { contains } from '@/db/sql'
import { fold } from '@/lib/kit/text'
import type { Test } from '../grammar/query'
import { customerIds } from './names'
import { never, no, oneOf } from './truth'

const one = { one: sql`1` }
/** As many customers or answers are looked up by name; beyond that the tickets are looked through. */
const most = 1_000

/** Steps of the loop, as its bar shows them: what comes next for this ticket. */
export function stageMeaning(values: string[]): SQL {
  const asked = and(isNull(tickets.askAt), isNotNull(tickets.verdictDueAt)) ?? never
  const contacting = and(isNull(tickets.firstContactAt), eq(tickets.contactable, true)) ?? never
  const resolved = eq(tickets.status, 'resolved')
  const meant: Record<string, SQL | undefined> = {
    contact: and(eq(tickets.open, true), contacting),
    solution: and(eq(tickets.open, true), no(contacting)),
    asking: and(resolved, no(asked)),
    verdict: and(resolved, asked),
    ended: inArray(tickets.status, ['closed', 'discarded']),
  }
  return or(...values.map((value) => meant[value])) ?? never
}

/** `late`: a clock is or was over. `soon`: warned and not yet over. `met`: every clock that ended was in time. */
export function slaMeaning(values: string[], now: Date): SQL {
  const clock = (condition: SQL | undefined) =>
    exists(
      db
        .select(one)
        .from(slaClocks)
        .where(and(eq(slaClocks.ticketId, tickets.id), condition)),
    )
  const over = and(isNotNull(tickets.nextDueAt), lt(tickets.nextDueAt, now)) ?? never
  const breached = clock(isNotNull(slaClocks.breachedAt))
  const meant: Record<string, SQL | undefined> = {
    late: or(over, breached),
    soon: and(
      isNotNull(tickets.nextDueAt),
      no(over),
      clock(and(eq(slaClocks.state, 'running'), isNotNull(slaClocks.warnedAt), isNull(slaClocks.breachedAt))),
    ),
    paused: and(isNull(tickets.nextDueAt), clock(eq(slaClocks.state, 'paused'))),
    met: and(no(over), clock(eq(slaClocks.state, 'met')), no(breached)),
  }
  return or(...values.map((value) => meant[value])) ?? never
}

/** Whether the customer may be written to, and can be. */
export function contactMeaning(values: string[]): SQL {
  const meant: Record<string, SQL | undefined> = {
    yes: eq(tickets.contactAllowed, true),
    no: eq(tickets.contactAllowed, false),
    unreachable: and(eq(tickets.contactAllowed, true), eq(tickets.contactable, false)),
  }
  return or(...values.map((value) => meant[value])) ?? never
}

/** The customer by id, address, number or part of their name. */
export async function customerMeaning({ operator, values: [text = ''] }: Test): Promise<SQL> {
  if (operator === 'empty') return isNull(tickets.customerId)
  if (operator === 'set') return isNotNull(tickets.customerId)
  const ids = await customerIds(text, most + 1)
  if (ids.length <= most) return oneOf(tickets.customerId, ids)
  return exists(
    db
      .select(one)
      .from(customers)
      .where(and(eq(customers.id, tickets.customerId), contains(customers.folded, fold(text)))),
  )
}

/** What the customer wrote with the answer; words are looked for among the newest thousand tickets that hold them. */
export async function commentMeaning({ operator, values: [text = ''] }: Test): Promise<SQL> {
  const wrote = exists(
    db
      .select(one)
      .from(responses)
      .where(and(eq(responses.id, tickets.responseId), isNotNull(responses.comment))),
  )
  if (operator === 'empty') return no(wrote)
  if (operator === 'set') return wrote
  const numbers = await searchTickets(fold(text), most)
  if (numbers.length === 0) return never
  const found = await db
    .select({ id: tickets.id, comment: responses.comment })
    .from(tickets)
    .innerJoin(responses, eq(responses.ticketId, tickets.id))
    .where(inArray(tickets.number, numbers))
  const wanted = wordsOf(text)
  const ids = found.flatMap(({ id, comment }) => {
    const said = wordsOf(comment ?? '')
    return wanted.every((word) => said.some((its) => its.startsWith(word))) ? [id] : []
  })
  return oneOf(tickets.id, [...new Set(ids)])
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
