import type { CustomerRow } from '@/lib/customers'
import { fold } from '@/lib/kit/text'
import { between, type Dice, happens, pick, weighted, whole } from './chance'
import company from './data/company.json'
import type { World } from './world'

/** What is peculiar about a person's address. */
export type Reach = 'mail' | 'phone' | 'none' | 'bounces'
export type Customer = { row: CustomerRow; reach: Reach; given: string }

const segments = Object.fromEntries(company.segments.map(({ slug, weight }) => [slug, weight]))

/** Somebody met for the first time at `at`; `named` is given for the people of a scene. */
export function meet(world: World, roll: Dice, at: Date, named?: { name: string; reach?: Reach }): Customer {
  const count = world.rows.customers.length + 1
  const english = !named && happens(roll, 0.06)
  const given = english ? '' : pick(roll, company.firstNames)
  const name = named?.name ?? (english ? pick(roll, company.englishNames) : `${given} ${surnames(roll)}`)
  const reach = named?.reach ?? weighted<Reach>(roll, { mail: 92, phone: 4, none: 3, bounces: 1 })
  const segment = weighted(roll, segments)
  const row: CustomerRow = {
    id: world.id('customer', at),
    externalId: `CL-${String(20_000 + count)}`,
    email: reach === 'mail' || reach === 'bounces' ? mailOf(name, count) : null,
    emailKey: reach === 'mail' || reach === 'bounces' ? mailOf(name, count) : null,
    name,
    folded: '',
    phone: reach === 'phone' || happens(roll, reach === 'none' ? 0 : 0.6) ? phone(roll) : null,
    language: english ? 'en' : 'es',
    segment,
    annualValue: happens(roll, 0.82) ? annualValueOf(roll, segment) : null,
    valueCurrency: null,
    optedOutAt: null,
    flagged: false,
    factsAt: at,
    createdAt: at,
    erasedAt: null,
    version: 1,
  }
  row.valueCurrency = row.annualValue === null ? null : 'MXN'
  row.folded = fold(`${name} ${row.email ?? ''}`)
  world.rows.customers.push(row)
  return { row, reach, given: named ? (name.split(' ')[0] ?? name) : given || (name.split(' ')[0] ?? name) }
}

const surnames = (roll: Dice) => `${pick(roll, company.lastNames)} ${pick(roll, company.lastNames)}`

const mailOf = (name: string, count: number) =>
  `${fold(name)
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 3)
    .join('.')}${count}@correo.example`

const phone = (roll: Dice) => `+52 55 ${whole(roll, 1000, 9999)} ${whole(roll, 1000, 9999)}`

// Minor units; a few are worth much more than the rest.
const annualValueOf = (roll: Dice, segment: string) =>
  Math.round(Math.exp(between(roll, 8.6, 10.6)) * (segment === 'empresa' ? 3.4 : 1)) * 100
