import { asc, eq } from 'drizzle-orm'
import { db } from '@/db'
import {
  causes,
  events,
  letters,
  messages,
  responseReasons,
  responses,
  slaPolicies,
  surveys,
  tickets,
  ticketTags,
} from '@/db/schema'
import type { UserActor } from '@/lib/identity/shared'
import { dossierOf } from '@/lib/tickets'
import { clockFace } from '@/lib/tickets/shared'

export async function ticketDetail(actor: UserActor, number: number, now: Date) {
  const [row] = await db.select().from(tickets).where(eq(tickets.number, number))
  if (!row) return null
  const d = await dossierOf(actor, row.id)
  const [resp] = row.responseId
    ? await db
        .select({ r: responses, s: surveys })
        .from(responses)
        .leftJoin(surveys, eq(surveys.id, responses.surveyId))
        .where(eq(responses.id, row.responseId))
    : []
  const reasons = resp
    ? await db
        .select({ c: causes })
        .from(responseReasons)
        .innerJoin(causes, eq(causes.id, responseReasons.causeId))
        .where(eq(responseReasons.responseId, resp.r.id))
    : []
  const said = await db
    .select({ m: messages, l: letters })
    .from(messages)
    .leftJoin(letters, eq(letters.id, messages.letterId))
    .where(eq(messages.ticketId, row.id))
    .orderBy(asc(messages.createdAt))
  const happened = await db.select().from(events).where(eq(events.subjectId, row.id)).orderBy(asc(events.id))
  const tags = await db.select().from(ticketTags).where(eq(ticketTags.ticketId, row.id))
  const [policy] = await db.select().from(slaPolicies).where(eq(slaPolicies.id, row.slaPolicyId))
  return {
    dossier: d,
    answer: resp ? { ...resp.r, survey: resp.s, reasons: reasons.map((x) => x.c) } : null,
    said: said.map(({ m, l }) => ({ ...m, letter: l && { state: l.state, error: l.error } })),
    happened,
    tags: tags.map((x) => x.tag),
    policy: policy?.name ?? null,
    clocks: d.clocks.map((row) => ({ row, face: clockFace(row, d.calendar, now) })),
  }
}
