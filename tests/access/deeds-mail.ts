import { admins, type DeedLine, inFile, workers } from './deed'
import { desk } from './words'

const mail = inFile('tickets/mail-actions.ts')
const unmatched = inFile('unmatched/actions.ts', true)
const room = inFile('settings/mail/actions.ts', true)

export const mailDeeds: DeedLine[] = [
  mail('sendReply', workers, 'team', (its) => ({ id: its.ticket, text: 'Con gusto le ayudamos.', hold: 10 })),
  mail('withdrawReply', workers, 'team', (its) => ({ message: its.reply })),
  mail('retryLetter', workers, 'team', (its) => ({ id: its.letter }), { first: 'held' }),
  mail('addAddress', workers, 'team', (its) => ({ message: its.stranger })),
  mail('splitMail', workers, 'team', (its) => ({ message: its.stranger })),

  unmatched('put', desk('yes', 'yes', 'team', 'look', 'no'), 'team', (its) => ({
    id: its.waiting,
    number: its.number,
  })),
  unmatched('openCase', desk('yes', 'yes', 'yes', 'no', 'no'), 'house', (its) => ({
    ...{ id: its.waiting, title: 'Por correo', team: its.team },
  })),
  unmatched('dismiss', desk('yes', 'yes', 'yes', 'no', 'no'), 'house', (its) => ({ id: its.waiting })),

  room('sendTest', admins, 'nothing', () => ({ to: 'ana@lazo.test' })),
  room('trust', admins, 'house', (its) => ({ address: its.resting, because: 'typo' })),
  room('resume', admins, 'nothing', () => ({})),
  room('checkOwn', admins, 'nothing', () => ({})),
]
