import type { TicketStatus } from '@/db/words/tickets'
import type { Event } from '@/lib/events'
import { mayMove } from './states'

/** Where a ticket's history leads: its status and version, and every step that no drawn arrow explains. */
export type Replayed = { status: TicketStatus | null; version: number; faults: string[] }

/** Follows a ticket's facts through the state machine, oldest first: versions count up by one, statuses follow the arrows. */
export function replay(events: Pick<Event, 'kind' | 'payload'>[]): Replayed {
  const at: Replayed = { status: null, version: 0, faults: [] }
  for (const { kind, payload } of events) {
    if (typeof payload.version !== 'number') continue
    const status = (payload.status ?? at.status) as TicketStatus
    if (payload.version !== at.version + 1) at.faults.push(`${kind}: version ${payload.version} after ${at.version}`)
    if (at.status && status !== at.status && !mayMove(at.status, status)) {
      at.faults.push(`${kind}: ${at.status} to ${status}`)
    }
    at.version = payload.version
    at.status = status
  }
  return at
}
