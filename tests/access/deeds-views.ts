import { type DeedLine, inFile } from './deed'
import { desk } from './words'

const view = inFile('tickets/views-actions.ts')
// A view of a team: its members see it, its leads change it.
const shared = desk('yes', 'yes', 'team', 'look', 'no')

export const viewsDeeds: DeedLine[] = [
  view('saveView', desk('yes', 'yes', 'yes', 'yes', 'no'), 'nothing', () => ({
    name: 'Mis urgentes',
    query: 'is:mine',
  })),
  view('changeView', shared, 'team', (its) => ({ id: its.view, patch: { name: 'Entregas tarde' } })),
  view('removeView', shared, 'team', (its) => ({ id: its.view })),
  view('reorderViews', desk('yes', 'yes', 'team', 'team', 'no'), 'team', (its) => ({ ids: [its.view] })),
]
