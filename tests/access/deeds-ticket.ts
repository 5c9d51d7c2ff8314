import { type DeedLine, inFile, insiders, leads, workers } from './deed'
import { desk } from './words'

const deed = inFile('tickets/deeds-actions.ts')
const closing = inFile('tickets/ticket-actions.ts')
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

export const ticketDeeds: DeedLine[] = [
  deed('snoozeTicket', workers, 'team', (its) => ({ id: its.ticket, until: tomorrow() })),
  deed('wakeTicket', workers, 'team', (its) => ({ id: its.ticket })),
  deed('mergeTicket', workers, 'team', (its) => ({ id: its.ticket, into: its.sibling })),
  deed('mergeTickets', workers, 'team', (its) => ({ id: its.sibling, tickets: [{ id: its.ticket }] })),
  deed('splitTicket', workers, 'team', (its) => ({ id: its.ticket, messages: [its.message] })),
  deed('markTicketUnread', workers, 'team', (its) => ({ id: its.ticket })),
  deed('watchTicket', workers, 'team', (its) => ({ id: its.ticket })),
  deed('unwatchTicket', workers, 'team', (its) => ({ id: its.ticket })),
  deed('addTicketTask', workers, 'team', (its) => ({ id: its.ticket, text: 'Llamar al almacén', due: '2030-01-15' })),
  deed('changeTicketTask', workers, 'team', (its) => ({ id: its.ticket, task: its.task, done: true })),
  deed('removeTicketTask', workers, 'team', (its) => ({ id: its.ticket, task: its.task })),
  deed('addTicketGesture', workers, 'team', (its) => ({ id: its.ticket, type: 'discount', cost: '120.50' })),
  deed('approveTicketGesture', leads, 'team', (its) => ({ id: its.ticket, gesture: its.gesture })),
  // An agent takes back what they wrote down themselves; this one somebody else did.
  deed('withdrawTicketGesture', desk('yes', 'yes', 'team', 'look', 'no'), 'team', (its) => ({
    ...{ id: its.ticket, gesture: its.gesture },
  })),
  deed('askForTeam', workers, 'team', (its) => ({ id: its.ticket, team: its.teamSlug })),
  deed('dismissTeam', workers, 'team', (its) => ({ id: its.ticket, team: its.teamSlug })),
  deed('takeNextTicket', desk('yes', 'yes', 'yes', 'yes', 'no'), 'nothing', () => ({})),
  deed('closeTicket', leads, 'team', (its) => ({ id: its.ticket }), {
    never: 'asks for a verdict that was given twice',
  }),
  deed('resendTicketLetter', workers, 'team', (its) => ({ letter: its.letter }), { first: 'held' }),
  closing('resolveTicket', workers, 'team', (its) => ({
    ...{ id: its.ticket, actionTaken: 'Se repuso', summary: 'Su pedido va en camino', contact: 'phone', hold: 10 },
    rootCause: 'llego-tarde',
  })),
  deed('markNoticesSeen', insiders, 'nothing', (its) => ({ ids: [its.notice] })),
]
