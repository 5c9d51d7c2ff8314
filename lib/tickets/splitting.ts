import { must, type Step } from '@/db'
import type { messages, responses } from '@/db/schema'
import type { Author } from '@/lib/events'
import { refuse } from '@/lib/kit/refusal'
import { change, type Decided } from './change'
import type { Dossier } from './dossier'
import { helpOn } from './ending'
import { insertLink } from './merging'
import { moveBelongings, moveMessage, moveResponse, moveWordOf, recountAttempts } from './moving'
import { type Opened, type OpeningResponse, openingWrites } from './opening'
import type { TicketRow } from './row'
import { staleTicket } from './save'

export type Answer = typeof responses.$inferSelect
export type Word = typeof messages.$inferSelect
/** What leaves, and the answers that stay, each oldest first. */
export type Parting = { responses: Answer[]; messages: Word[]; staying: Answer[] }

/** Who the customer is speaks for themselves. */
const theirs = ['inbound', 'customer_page']

/**
 * Some answers and words leave a ticket for one of their own. The sum of answers over both stays what it was; a ticket that
 * had any keeps one; what counts as contact goes where the words go, and the first contact stays when it was. Refuses
 * `ticket.settled` for a discarded ticket, `ticket.splitAll` when no answer would stay.
 */
export function decideSplit(by: Author, dossier: Dossier, parting: Parting, opened: Opened, now: Date): Decided {
  const { ticket } = dossier
  if (ticket.status === 'discarded') refuse('ticket.settled', { status: ticket.status })
  const [first] = parting.staying
  if (parting.responses.length > 0 && !first) refuse('ticket.splitAll')
  const moves = parting.responses.some(({ id }) => id === ticket.responseId)
  const ids = { responses: parting.responses.map(({ id }) => id), messages: parting.messages.map(({ id }) => id) }
  const way = { from: ticket.id, into: opened.ticket.id }
  const rows: Step[] = [
    ...openingWrites(tellingOf(opened, ticket)),
    ...(opened.ticket.teamId === ticket.teamId ? [] : [helpOn({ ticketId: opened.ticket.id, teamId: ticket.teamId })]),
    insertLink({ fromId: way.from, toId: way.into, kind: 'split', at: now }),
    ...ids.responses.map((id) => must(moveResponse({ ...way, id }), () => staleTicket(ticket.id))),
    ...parting.messages.flatMap((message) => partsOf(message, way)),
    recountAttempts({ id: way.from }),
    recountAttempts({ id: way.into }),
  ]
  return change(
    dossier,
    {
      fact: 'split',
      by,
      payload: { into: way.into, number: opened.ticket.number, ...ids },
      ticket: {
        answers: ticket.answers - ids.responses.length,
        ...(moves && first ? { ...openingOf(first), responseId: first.id } : {}),
      },
      rows,
    },
    now,
  )
}

/** The answer that a ticket is about, as its opening wants it. */
export const openingOf = ({ surveyId, score, category, commentType, channel, segment }: Answer) =>
  ({ surveyId, score, category, commentType, channel, segment }) satisfies Omit<OpeningResponse, 'id'>

/** When the customer last spoke in these words. */
export const lastWordAt = (words: Word[]): Date | null =>
  words.filter(({ kind }) => theirs.includes(kind)).at(-1)?.createdAt ?? null

function partsOf(message: Word, way: { from: string; into: string }): Step[] {
  const { id, letterId, inboundId, createdAt: at, kind } = message
  return [
    must(moveMessage({ ...way, id }), () => staleTicket(way.from)),
    ...moveBelongings({ ...way, id, letterId, inboundId, at }),
    ...(theirs.includes(kind) ? [moveWordOf({ ...way, at })] : []),
  ]
}

const tellingOf = (opened: Opened, { id, number }: TicketRow): Opened => ({
  ...opened,
  facts: opened.facts.map((fact) => ({ ...fact, payload: { ...fact.payload, splitFrom: id, splitNumber: number } })),
})
