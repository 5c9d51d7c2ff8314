import { inArray } from 'drizzle-orm'
import { db } from '@/db'
import { teams, touchpoints, users } from '@/db/schema'
import { type Event, timeline } from '@/lib/events'
import type { Actor } from '@/lib/identity/shared'
import { csvLine } from '@/lib/kit/table'
import { seenTicket } from '../seen'

const most = 100_000
const columns = ['time', 'who', 'what', 'from', 'to', 'details']

/**
 * Everything that happened to a ticket as CSV, oldest first: when (ISO, UTC), who, what (the fact's kind), from and to
 * (names of people, teams and touchpoints where it names such) and what else the fact holds. Cells are inert in a
 * spreadsheet; there are no customer's words in facts. Refuses `ticket.unknown`.
 */
export async function activityCsv(actor: Actor, id: string): Promise<string> {
  await seenTicket(actor, id)
  const events = await timeline(id, most)
  const names = await namesIn(events)
  return [csvLine(columns), ...events.map((event) => csvLine(cellsOf(event, names)))].join('')
}

function cellsOf({ at, actorKind, actorId, kind, payload }: Event, names: Map<string, string>): string[] {
  const { from, to, version: _, ...rest } = payload
  const said = (value: unknown): string => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'object') return JSON.stringify(value)
    return names.get(String(value)) ?? String(value)
  }
  const who = names.get(actorId ?? '') ?? [actorKind, actorId].filter(Boolean).join(' ')
  const details = Object.entries(rest).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${said(value)}`]))
  return [at.toISOString(), who, kind, said(from), said(to), details.join('; ')]
}

async function namesIn(events: Event[]): Promise<Map<string, string>> {
  const words = events.flatMap(({ actorId, payload }) => [actorId, ...Object.values(payload)])
  const ids = [...new Set(words.filter((word): word is string => typeof word === 'string'))]
  const tables = [
    { prefix: 'usr_', table: users },
    { prefix: 'tea_', table: teams },
    { prefix: 'tou_', table: touchpoints },
  ]
  const found = await Promise.all(
    tables.map(async ({ prefix, table }) => {
      const wanted = ids.filter((id) => id.startsWith(prefix))
      if (wanted.length === 0) return []
      return db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, wanted))
    }),
  )
  return new Map(found.flat().map(({ id, name }) => [id, name]))
}
