import { type DeedLine, inFile, workers } from './deed'
import { desk } from './words'

const work = inFile('tickets/work-actions.ts')
const macro = inFile('settings/macros/actions.ts', true)

export const deskDeeds: DeedLine[] = [
  work('macroPreview', workers, 'team', (its) => ({ macro: its.macro, ticket: its.ticket })),
  work('useMacro', workers, 'team', (its) => ({ macro: its.macro, ticket: its.ticket })),
  work('shareDraft', workers, 'team', (its) => ({ ticket: its.ticket, kind: 'note', shared: true }), {
    first: 'drafted',
  }),
  work('takeDraft', workers, 'team', (its) => ({ ticket: its.ticket, kind: 'reply', from: its.person })),
  macro('keepMacro', desk('yes', 'yes', 'yes', 'yes', 'no'), 'nothing', () => ({ name: 'Urge', priority: 'urgent' })),
  // A team's macro is its leads' to take away.
  macro('dropMacro', desk('yes', 'yes', 'team', 'look', 'no'), 'team', (its) => ({ id: its.macro })),
]
