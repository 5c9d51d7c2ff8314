import { type DeedLine, inFile, insiders, workers } from './deed'
import { desk } from './words'

const queue = inFile('tickets/queue-actions.ts')
const bulk = inFile('tickets/bulk-actions.ts')
const liking = inFile('_parts/preference-actions.ts')
const readers = desk('yes', 'yes', 'yes', 'yes', 'no')
const own = { never: 'asks for a run of their own, which tests/desk begins' }

export const queueDeeds: DeedLine[] = [
  queue('listMacros', readers, 'nothing', () => ({})),
  queue('lookAtMacro', workers, 'team', (its) => ({ macro: its.macro, ticket: its.ticket })),
  queue('listTwins', workers, 'team', (its) => ({ ticket: its.ticket })),
  bulk('beginRun', workers, 'team', (its) => ({ change: { kind: 'unread' }, tickets: [{ id: its.ticket }] })),
  bulk('countRecipients', workers, 'team', (its) => ({
    ...{ change: { kind: 'priority', value: 'high' }, tickets: [{ id: its.ticket }] },
  })),
  bulk('lookAtRun', readers, 'nothing', () => ({ id: 'blk_none' }), own),
  bulk('cancelRun', readers, 'nothing', () => ({ id: 'blk_none' }), own),
  bulk('undoRun', readers, 'nothing', () => ({ id: 'blk_none' }), own),
  liking('keepPreferences', insiders, 'nothing', () => ({ density: 'compact' })),
]
