import { expect, test } from 'vitest'
import { loopSteps, stepOf } from '@/app/(desk)/tickets/_parts/loop-steps'
import { formatter, translator } from '@/lib/i18n'

const t = translator('es')
const f = formatter({ locale: 'es', country: 'MX', timeZone: 'America/Mexico_City' })
const now = new Date('2026-11-21T19:00:00Z')
const received = new Date('2026-11-18T00:00:00Z')

const open = {
  status: 'assigned',
  score: 2,
  category: 'detractor',
  receivedAt: received,
  contactable: true,
  contactAllowed: true,
  firstContactAt: null,
  resolvedAt: null,
  closedAt: null,
  nextDueAt: new Date('2026-11-21T20:00:00Z'),
  askAt: null,
  verdictDueAt: null,
  outcome: null,
  verdictScore: null,
  verdictAt: null,
  contactedBy: null,
  resolvedBy: null,
  askedAt: null,
} as const

test('an open loop names who, when and what is due', () => {
  const contacted = { ...open, firstContactAt: new Date('2026-11-18T15:40:00Z'), contactedBy: 'Mariana Ortega' }
  const steps = loopSteps(contacted, ['done', 'done', 'now', 'next', 'next'], t, f, now)
  expect(steps.map((step) => step.label)).toEqual([
    'Respuesta 2',
    'Contacto',
    'Solución',
    'Nueva pregunta',
    'Veredicto',
  ])
  expect(steps[1]?.detail).toBe('Mariana, mié 18, 09:40')
  expect(steps[2]?.detail).toBe('vence hoy, 14:00')
  expect(stepOf(['done', 'done', 'now', 'next', 'next'])).toBe(3)
})

test('a closed loop ends in the score that the customer gave at last', () => {
  const closed = { ...open, status: 'closed', nextDueAt: null, outcome: 'recovered_promoter', verdictScore: 9 } as const
  const steps = loopSteps({ ...closed, verdictAt: now }, ['done', 'done', 'done', 'done', 'done'], t, f, now)
  expect(steps[4]).toMatchObject({ label: '9, ahora promotor', score: { value: 9, band: 'promoter' } })
})

test('a loop that stopped says why', () => {
  const declined = {
    ...open,
    status: 'closed',
    contactAllowed: false,
    contactable: false,
    outcome: 'declined',
  } as const
  const steps = loopSteps(declined, ['done', 'stop', 'done', 'stop', 'stop'], t, f, now)
  expect(steps[3]).toMatchObject({ label: 'No se preguntó', detail: 'Pidió no ser contactado' })
  expect(steps[4]?.detail).toBe('pidió no ser contactado')
})
