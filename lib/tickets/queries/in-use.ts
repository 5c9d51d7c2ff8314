import { and, asc, eq, exists, isNotNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db'
import { surveys, tickets, ticketTags } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { seenBy } from '../access'

/** Most words of a kind that are offered. */
const most = 200

/** What people wrote on tickets and a question may ask for. */
export type InUse = {
  tags: string[]
  segments: string[]
  surveys: { slug: string; name: string; names: Record<string, string> }[]
}

/** Tags and segments of the tickets that the actor sees, and surveys that have begun; at most 200 of each, by the alphabet. */
export async function valuesInUse(actor: Actor): Promise<InUse> {
  demand(actor, 'tickets.read')
  const [tags, segments, asked] = await Promise.all([tagsInUse(actor), segmentsInUse(actor), surveysInUse()])
  return { tags, segments, surveys: asked }
}

// The words come from their index, each once; whether one is seen is asked of the first ticket that shows it.
async function tagsInUse(actor: Actor): Promise<string[]> {
  const words = db.select({ tag: ticketTags.tag }).from(ticketTags).groupBy(ticketTags.tag).as('words')
  const seen = seenBy(actor)
  const rows = await db
    .select({ tag: words.tag })
    .from(words)
    .where(
      seen &&
        exists(
          db
            .select({ one: sql`1` })
            .from(ticketTags)
            .innerJoin(tickets, eq(tickets.id, ticketTags.ticketId))
            .where(and(eq(ticketTags.tag, words.tag), seen)),
        ),
    )
    .orderBy(asc(words.tag))
    .limit(most)
  return rows.map(({ tag }) => tag)
}

async function segmentsInUse(actor: Actor): Promise<string[]> {
  const words = db
    .select({ segment: tickets.segment })
    .from(tickets)
    .where(isNotNull(tickets.segment))
    .groupBy(tickets.segment)
    .as('words')
  const seen = seenBy(actor)
  const rows = await db
    .select({ segment: words.segment })
    .from(words)
    .where(
      seen &&
        exists(
          db
            .select({ one: sql`1` })
            .from(tickets)
            .where(and(eq(tickets.segment, words.segment), seen)),
        ),
    )
    .orderBy(asc(words.segment))
    .limit(most)
  return rows.flatMap(({ segment }) => segment ?? [])
}

const surveysInUse = (): Promise<InUse['surveys']> =>
  Promise.resolve(
    db
      .select({ slug: surveys.slug, name: surveys.name, names: surveys.names })
      .from(surveys)
      .where(ne(surveys.status, 'draft'))
      .orderBy(asc(surveys.createdAt)),
  )
