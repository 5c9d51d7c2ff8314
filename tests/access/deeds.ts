import { admins, type DeedLine, editors, inFile, insiders, leads, workers } from './deed'
import { deskDeeds } from './deeds-desk'
import { journeyDeeds } from './deeds-journeys'
import { mailDeeds } from './deeds-mail'
import { queueDeeds } from './deeds-queue'
import { settingsDeeds } from './deeds-settings'
import { ticketDeeds } from './deeds-ticket'
import { viewsDeeds } from './deeds-views'
import type { Things } from './scene'
import { desk } from './words'

/** Actions that open a door: nobody is in yet, and tests/identity and tests/door prove what they ask for. */
export const openDeeds: Record<string, string> = {
  'app/(door)/sign-in/actions.ts enter': 'asks for e-mail and password',
  'app/(door)/setup/actions.ts foundOwn': 'works once, on an empty house',
  'app/(door)/setup/actions.ts foundSample': 'works once, on an empty house',
  'app/(door)/invitation/[token]/actions.ts join': 'asks for an unguessable link',
  'app/(door)/reset/[token]/actions.ts choose': 'asks for an unguessable link',
  'app/(desk)/_parts/actions.ts signOut': 'ends the session that asks, if there is one',
}

const shell = inFile('_parts/actions.ts')
const ticket = inFile('tickets/actions.ts')
const customer = inFile('customers/actions.ts')
const rule = inFile('rules/actions.ts')
const survey = inFile('surveys/actions.ts')
const outbox = inFile('settings/outbox/actions.ts', true)
const importing = inFile('surveys/import/[id]/actions.ts')
const mapping = inFile('surveys/import/[id]/actions.ts', true)

const ruleForm = {
  name: 'Nueva',
  category: ['detractor'],
  'how.category': 'is',
  do: 'open',
  priority: 'high',
  team: 'owner',
  assignee: 'none',
  slaPolicy: '',
}
const one = (its: Things) => ({ tickets: [{ id: its.ticket, version: 1 }] })

export const deeds: DeedLine[] = [
  shell('changeLanguage', insiders, 'nothing', () => ({ locale: 'es' })),

  ticket('changeTickets', workers, 'team', (its) => ({ ...one(its), kind: 'status', value: 'in_progress' })),
  ticket('addNote', workers, 'team', (its) => ({ id: its.ticket, text: 'Llamar por la tarde' })),
  ticket('logContact', workers, 'team', (its) => ({ id: its.ticket, channel: 'phone', outcome: 'spoke' })),
  ticket('reopenTicket', leads, 'team', (its) => ({ id: its.ticket }), { first: 'resolved' }),
  ticket('discardTicket', desk('yes', 'yes', 'team', 'look', 'no'), 'team', (its) => ({
    id: its.ticket,
    reason: 'test',
  })),

  customer('correct', editors, 'team', (its) => ({ id: its.customer, version: 1, name: 'Otro nombre' })),
  customer('erase', editors, 'team', (its) => ({ id: its.customer, confirm: its.customerName })),

  rule('saveRule', editors, 'house', (its) => ({ ...ruleForm, id: its.rule, version: 1 })),
  rule('tryRule', editors, 'nothing', () => ruleForm),
  rule('move', editors, 'house', (its) => ({ id: its.rule, way: 'up' })),
  rule('switchOver', editors, 'house', (its) => ({ id: its.rule, active: 'false' })),
  rule('retire', editors, 'house', (its) => ({ id: its.rule })),

  survey('create', editors, 'nothing', (its) => ({ name: `E ${its.number}`, kind: 'relational', touchpoint: '' })),
  survey('open', editors, 'house', (its) => ({ survey: its.draft })),
  survey('close', editors, 'house', (its) => ({ survey: its.survey })),
  survey('saveTexts', editors, 'house', (its) => ({ survey: its.survey, version: 1, language: 'es' })),
  survey('invite', editors, 'house', (its) => ({ survey: its.survey, list: 'nadie@lazo.test', touchpoint: '' })),

  outbox('again', admins, 'house', (its) => ({ id: its.letter }), { first: 'held' }),
  outbox('stop', admins, 'house', (its) => ({ id: its.letter })),

  mapping('saveMapping', editors, 'house', (its) => ({ id: its.import, survey: 'nps', 'column.score': 'NPS' }), {
    never: 'the file is not there',
  }),
  importing('start', editors, 'house', (its) => ({ id: its.import }), { never: 'the file is not there' }),
  importing('drop', editors, 'house', (its) => ({ id: its.import })),

  ...viewsDeeds,
  ...queueDeeds,
  ...deskDeeds,
  ...ticketDeeds,
  ...mailDeeds,
  ...journeyDeeds,
  ...settingsDeeds,
]
