import type { Author } from '@/lib/events'
import type { TicketRow } from '@/lib/tickets'
import { whole } from './chance'
import { fact, type Life, reach } from './life'
import { said } from './post'

type Attempt = { id: string; channel: 'email' | 'phone'; outcome: 'spoke' | 'no_answer'; letterId: string | null }

export function tried(life: Life, by: Author, at: Date, { id, channel, outcome, letterId }: Attempt): string {
  const minutes = channel === 'phone' ? whole(life.roll, 1, 14) : null
  const note = channel === 'phone' ? said(life, 'call') : null
  life.world.rows.attempts.push({
    ...blank(life, by, at),
    id,
    channel,
    direction: 'out',
    outcome,
    letterId,
    minutes,
    note,
  })
  const { ticket } = life
  const counted: Partial<TicketRow> = {
    attempts: ticket.attempts + 1,
    contacts: ticket.contacts + (outcome === 'spoke' ? 1 : 0),
    firstAttemptAt: ticket.firstAttemptAt ?? at,
  }
  life.ticket = { ...ticket, ...counted }
  return id
}

export function firstContact(life: Life, by: Author, at: Date, payload: Record<string, unknown>): void {
  if (life.ticket.firstContactAt) return
  reach(life, 'first_contact', at)
  life.ticket = { ...life.ticket, firstContactAt: at }
  fact(life, at, by, 'ticket.contacted', payload)
}

export const blank = (life: Life, by: Author, at: Date) => ({
  ticketId: life.ticket.id,
  minutes: null,
  note: null,
  actorId: by.id ?? by.kind,
  letterId: null,
  at,
})
