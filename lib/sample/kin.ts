import { after, hours, minutes } from '@/lib/kit/clock'
import { openTicket, type TicketRow } from '@/lib/tickets'
import { dice } from './chance'
import { voidClock } from './clocks'
import work from './data/work.json'
import { byCustomer, byPerson, change, fact, type Life } from './life'
import { languageOf, message } from './post'

const some = 3

/**
 * A few tickets of which something else was split off, and a few that somebody had opened twice and that were merged.
 * Resolves to the tickets that this makes, numbered on from `last`.
 */
export function splitAndMerge(lives: Life[], last: number): Life[] {
  const quiet = lives.filter(
    ({ ticket, world, answer }) =>
      ticket.status === 'in_progress' &&
      ticket.contacts > 0 &&
      answer.customer?.row.email &&
      after(ticket.updatedAt, hours(5)) < world.now,
  )
  const parted = quiet.slice(0, some).map((life, at) => splitOff(life, last + 1 + at))
  const twice = quiet.slice(some, 2 * some).map((life, at) => merged(life, last + 1 + some + at))
  return [...parted, ...twice]
}

/** The customer asks for something else in the same breath: it becomes a ticket of its own. */
function splitOff(life: Life, number: number): Life {
  const { world, worker } = life
  const wroteAt = after(life.ticket.updatedAt, hours(1))
  const at = after(wroteAt, minutes(25))
  const by = byCustomer(life)
  const text = work[languageOf(life)].other
  const words = message(life, wroteAt, { kind: 'inbound', text, author: { kind: 'customer', id: by.id } })
  const attempt = world.id('attempt', wroteAt)
  const spoke = { channel: 'email', direction: 'in', outcome: 'spoke' } as const
  change(life, wroteAt, by, 'contact_logged', { customerSpokeAt: wroteAt }, { attempt, ...spoke })
  const invoices = world.places.find(({ slug }) => slug === 'facturacion')
  const its = opened({ ...life, answer: { ...life.answer, place: invoices ?? life.answer.place } }, number, at, text)
  its.ticket = { ...its.ticket, contacts: 1, customerSpokeAt: wroteAt }
  fact(its, at, byPerson(worker), 'ticket.opened', { ...openedFacts(its.ticket), splitFrom: life.ticket.id })
  const payload = { into: its.ticket.id, number, responses: [], messages: [words] }
  change(life, at, byPerson(worker), 'split', {}, payload)
  const row = world.rows.messages.findLast(({ id }) => id === words)
  if (row) row.ticketId = its.ticket.id
  world.rows.attempts.push({
    ...{ id: attempt, ticketId: its.ticket.id, ...spoke, minutes: null, note: null, letterId: null, at: wroteAt },
    actorId: by.id ?? by.kind,
  })
  world.rows.links.push({ fromId: life.ticket.id, toId: its.ticket.id, kind: 'split', at })
  return its
}

/** Somebody at the counter had opened a second ticket for the same thing. */
function merged(life: Life, number: number): Life {
  const { world, worker, lead } = life
  const openedAt = after(life.ticket.updatedAt, hours(1))
  const at = after(openedAt, minutes(40))
  const title = work[languageOf(life)].counter
  const its = opened(life, number, openedAt, title)
  fact(its, openedAt, byPerson(lead), 'ticket.opened', openedFacts(its.ticket))
  const note = message(life, openedAt, { kind: 'note', text: title, author: byPerson(lead) })
  change(its, openedAt, byPerson(lead), 'noted', {}, { message: note })
  its.clocks = its.clocks.map((clock) => voidClock(clock, at))
  const gone = { status: 'discarded', discardReason: 'duplicate', mergedInto: life.ticket.id, closedAt: at } as const
  const moved = { messages: [note] }
  change(
    its,
    at,
    byPerson(worker),
    'merged',
    { ...gone, outcome: 'void' },
    { reason: 'duplicate', into: life.ticket.id, moved },
  )
  change(life, at, byPerson(worker), 'merged', {}, { with: its.ticket.id })
  world.rows.links.push({ fromId: its.ticket.id, toId: life.ticket.id, kind: 'merged', at })
  return its
}

/** A ticket without an answer, as somebody opens it by hand for this customer. */
function opened({ world, answer, ticket, lead, worker }: Life, number: number, at: Date, title: string): Life {
  const { place } = answer
  const { ticket: row, clocks } = openTicket(
    {
      ...{ id: world.id('ticket', at), number, response: null, title, touchpointId: place.id, teamId: place.team.id },
      ...{ priority: 'normal', priorityReason: 'score', occurrence: 1, policy: world.policy },
      customer: ticket.customerId ? { id: ticket.customerId, reachable: true } : null,
      calendar: place.team.calendar,
      language: ticket.language,
      contactAllowed: true,
      receivedAt: at,
      author: byPerson(worker),
    },
    at,
  )
  const roll = dice(`kin ${answer.seed}`)
  return { world, roll, answer, ticket: { ...row, joinKey: null }, clocks, worker, lead }
}

const openedFacts = ({ number, teamId, touchpointId, priority, priorityReason }: TicketRow) => ({
  ...{ version: 1, status: 'new', number, response: null, score: null, team: teamId, touchpoint: touchpointId },
  ...{ assignee: null, priority, reason: priorityReason, rule: null },
})
