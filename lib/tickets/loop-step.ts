import type { TicketRow } from './row'

export const loopSteps = ['response', 'contact', 'solution', 'asking', 'verdict'] as const
export type LoopStepKey = (typeof loopSteps)[number]
/** `stop`: the loop ended before this step. */
export type LoopStepState = 'done' | 'now' | 'next' | 'stop'

type Facts = Pick<
  TicketRow,
  'status' | 'firstContactAt' | 'askAt' | 'verdictDueAt' | 'outcome' | 'evidence' | 'contactable'
>

/** Where a ticket stands in the loop: the state of each of the five steps, in order. */
export function loopOf(ticket: Facts): LoopStepState[] {
  const { status, outcome } = ticket
  const contacted = ticket.firstContactAt !== null
  if (status === 'discarded') return ['done', contacted ? 'done' : 'stop', 'stop', 'stop', 'stop']
  if (status === 'closed') {
    const untold = outcome === 'declined' || outcome === 'unreachable'
    const verdict = untold || outcome === 'no_answer' ? 'stop' : 'done'
    return [
      'done',
      contacted || ticket.evidence === 'attempts' ? 'done' : 'stop',
      'done',
      untold ? 'stop' : 'done',
      verdict,
    ]
  }
  if (status === 'resolved') {
    const asked = ticket.askAt === null && ticket.verdictDueAt !== null
    return ['done', 'done', 'done', asked ? 'done' : 'now', asked ? 'now' : 'next']
  }
  // Nobody may or can be contacted: the loop goes on without that step.
  if (!contacted && !ticket.contactable) return ['done', 'stop', 'now', 'next', 'next']
  return contacted ? ['done', 'done', 'now', 'next', 'next'] : ['done', 'now', 'next', 'next', 'next']
}
