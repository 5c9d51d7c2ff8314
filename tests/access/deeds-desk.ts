import { type DeedLine, inFile, workers } from './deed'

const work = inFile('tickets/work-actions.ts')

export const deskDeeds: DeedLine[] = [
  work('macroPreview', workers, 'team', (its) => ({ macro: its.macro, ticket: its.ticket })),
  work('useMacro', workers, 'team', (its) => ({ macro: its.macro, ticket: its.ticket })),
  work('shareDraft', workers, 'team', (its) => ({ ticket: its.ticket, kind: 'note', shared: true }), {
    first: 'drafted',
  }),
  work('takeDraft', workers, 'team', (its) => ({ ticket: its.ticket, kind: 'reply', from: its.person })),
]
