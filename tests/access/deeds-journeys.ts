import { type DeedLine, editors, inFile } from './deed'
import { desk } from './words'

const map = inFile('journeys/actions.ts', true)
const moving = inFile('journeys/actions.ts')
const point = inFile('journeys/[slug]/actions.ts', true)
const placing = inFile('journeys/[slug]/actions.ts')
const change = inFile('insights/actions.ts', true)

export const journeyDeeds: DeedLine[] = [
  map('addJourney', editors, 'nothing', (its) => ({ name: `Viaje ${its.number}`, template: 'blank' })),
  map('nameJourney', editors, 'house', (its) => ({ id: its.journeyId, name: 'Viaje' })),
  map('setJourney', editors, 'house', (its) => ({ id: its.journeyId, retired: 'no' })),
  map('newStage', editors, 'house', (its) => ({ id: its.journeyId, name: `Etapa ${its.number}`, phase: 'after' })),
  map('saveStage', editors, 'house', (its) => ({ id: its.stage, name: 'Recibir', phase: 'during' })),
  moving('placeStage', editors, 'house', (its) => ({ id: its.stage, index: 0 })),
  moving('setStage', editors, 'house', (its) => ({ id: its.stage, retired: false })),
  point('newPoint', editors, 'house', (its) => ({ stageId: its.stage, name: `Punto ${its.number}`, teamId: '' })),
  point('savePoint', editors, 'house', (its) => ({ id: its.point, name: 'Tienda', teamId: '', intended: '' })),
  placing('placePoint', editors, 'house', (its) => ({ id: its.point, stageId: its.stage, index: 0 })),
  placing('setPoint', editors, 'house', (its) => ({ id: its.point, retired: false })),
  placing('orderReasons', editors, 'house', (its) => ({ id: its.point, causes: [] })),
  point('addReason', editors, 'house', (its) => ({ id: its.point, side: 'both', name: `Motivo ${its.number}` })),
  change('saveInitiative', desk('yes', 'yes', 'lead', 'no', 'no'), 'place', (its) => ({
    ...{ touchpoint: its.touchpoint, title: 'Ventanas de entrega', state: 'identified', owner: '', due: '', live: '' },
  })),
]
