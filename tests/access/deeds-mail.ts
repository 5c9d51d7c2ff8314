import { type DeedLine, inFile, leads, workers } from './deed'

const mail = inFile('tickets/mail-actions.ts')

export const mailDeeds: DeedLine[] = [
  mail('sendReply', workers, 'team', (its) => ({ id: its.ticket, text: 'Con gusto le ayudamos.', hold: 10 })),
  mail('withdrawReply', workers, 'team', (its) => ({ message: its.reply })),
  mail('retryLetter', workers, 'team', (its) => ({ id: its.letter }), { first: 'held' }),
  mail('addAddress', workers, 'team', (its) => ({ message: its.stranger })),
  mail('splitMail', workers, 'team', (its) => ({ message: its.stranger })),
  mail('assignMail', leads, 'team', (its) => ({ id: its.waiting, to: { ticket: its.ticket } })),
  mail('dismissMail', leads, 'house', (its) => ({ id: its.waiting })),
]
