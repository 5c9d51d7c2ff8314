import { type DeedLine, inFile, insiders, workers } from './deed'
import type { Things } from './scene'
import { desk } from './words'

const queue = inFile('tickets/queue-actions.ts')
const bulk = inFile('tickets/bulk-actions.ts')
const liking = inFile('_parts/preference-actions.ts')
// A run is its beginner's own: each asks for theirs.
const run = (its: Things) => ({ id: its.run })
const readers = desk('yes', 'yes', 'yes', 'yes', 'no')

export const queueDeeds: DeedLine[] = [
  queue('listMacros', readers, 'nothing', () => ({})),
  queue('lookAtMacro', workers, 'team', (its) => ({ macro: its.macro, ticket: its.ticket })),
  queue('listTwins', workers, 'team', (its) => ({ ticket: its.ticket })),
  bulk('beginRun', workers, 'team', (its) => ({ change: { kind: 'unread' }, tickets: [{ id: its.ticket }] })),
  bulk('countRecipients', workers, 'team', (its) => ({
    ...{ change: { kind: 'priority', value: 'high' }, tickets: [{ id: its.ticket }] },
  })),
  bulk('lookAtRun', readers, 'house', run, { first: 'ran' }),
  bulk('cancelRun', readers, 'house', run, { first: 'running' }),
  bulk('undoRun', readers, 'house', run, { first: 'ran' }),
  liking('keepPreferences', insiders, 'nothing', () => ({ density: 'compact' })),
]
