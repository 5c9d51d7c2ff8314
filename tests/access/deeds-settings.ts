import { admins, type DeedLine, inFile, insiders, leads } from './deed'

const house = inFile('settings/organization/actions.ts', true)
const person = inFile('settings/people/actions.ts', true)
const profile = inFile('settings/profile/actions.ts', true)
const team = inFile('settings/teams/actions.ts', true)
const hours = inFile('settings/hours/actions.ts', true)
const sla = inFile('settings/sla/actions.ts', true)
const key = inFile('settings/keys/actions.ts', true)

const calendarForm = { name: 'Sábados', timeZone: 'America/Mexico_City', day1: '09:00–18:00', holidays: '' }
const policyForm = {
  ...{ name: 'Rápida', waitHours: '48' },
  ...Object.fromEntries(
    ['urgent', 'high', 'normal', 'low'].flatMap((priority) => [
      [`${priority}.firstContact`, '2'],
      [`${priority}.resolution`, '16'],
    ]),
  ),
}
export const settingsDeeds: DeedLine[] = [
  house('saveOrganization', admins, 'nothing', () => ({
    ...{ name: 'Casa Lúa', country: 'MX', locale: 'es', timeZone: 'America/Mexico_City', currency: 'MXN' },
    ...{ formOfAddress: 'usted', contactDefault: 'on', valueThreshold: '' },
  })),

  person('invite', admins, 'nothing', () => ({ role: 'agent' })),
  person('takeBack', admins, 'house', (its) => ({ id: its.invitation })),
  person('savePerson', admins, 'house', (its) => ({ id: its.person, name: 'Pilar Gil', role: 'agent' })),
  person('setAccess', admins, 'house', (its) => ({ id: its.person, active: 'yes' })),
  person('makeResetLink', admins, 'house', (its) => ({ id: its.person })),

  profile('saveMe', insiders, 'nothing', () => ({ name: 'Ana', locale: 'es', timeZone: 'America/Mexico_City' })),
  profile(
    'savePassword',
    insiders,
    'nothing',
    () => ({ current: 'no-es-esta-clave', password: 'otra-clave-larga-9' }),
    {
      never: 'asks for the password in force',
    },
  ),
  profile('endOne', insiders, 'house', (its) => ({ id: its.session })),
  profile('endAll', insiders, 'nothing', () => ({})),

  team('addTeam', admins, 'nothing', (its) => ({ name: `Equipo ${its.number}` })),
  team('saveTeam', admins, 'house', (its) => ({ id: its.team, name: 'Entregas' })),
  team('saveMembers', leads, 'team', (its) => ({ id: its.team, 'members[]': its.members })),
  team('setStanding', admins, 'house', (its) => ({ id: its.team, retired: 'no' })),

  hours('addCalendar', admins, 'nothing', () => calendarForm),
  hours('saveCalendar', admins, 'nothing', (its) => ({ ...calendarForm, id: its.calendar, version: 1 })),
  sla('addPolicy', admins, 'nothing', () => policyForm),
  sla('savePolicy', admins, 'nothing', (its) => ({ ...policyForm, id: its.policy, version: 1 })),
  key('makeKey', admins, 'nothing', () => ({ name: 'Tienda', 'scopes[]': ['journeys:read'], rate: '5' })),
  key('endKey', admins, 'house', (its) => ({ id: its.key })),
]
