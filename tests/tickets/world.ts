import { atomically, frozen } from '@/db'
import * as schema from '@/db/schema'
import type { UserActor } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { compileCalendar, type Opening, openingWrites, openTicket, type SlaPolicy } from '@/lib/tickets'

/** A Monday, 10:00 in Mexico City. */
export const monday = new Date('2026-11-16T16:00:00Z')
const names = {}
const hours: [number, number][] = [[540, 1080]]
const week = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours }
export const calendarRow = {
  id: 'cal_office',
  slug: 'office',
  name: 'Oficina',
  names,
  timeZone: 'America/Mexico_City',
  weekly: week,
  holidays: [],
  version: 1,
}
export const policy: SlaPolicy = {
  id: 'sla_standard',
  waitLimit: 4_320,
  targets: {
    urgent: { firstContact: 120, resolution: 960 },
    high: { firstContact: 240, resolution: 1_440 },
    normal: { firstContact: 480, resolution: 2_400 },
    low: { firstContact: 960, resolution: 4_800 },
  },
}
export const calendar = compileCalendar(calendarRow)

export const person = (id: string, role: UserActor['role'], teams: string[]): UserActor => ({
  kind: 'user',
  id,
  name: id.slice(4),
  role,
  teams,
  locale: 'es',
  timeZone: 'America/Mexico_City',
})
export const mariana = person('usr_mariana', 'agent', ['tea_delivery'])
export const ruben = person('usr_ruben', 'agent', ['tea_delivery'])
export const lead = person('usr_lead', 'lead', ['tea_delivery'])
export const stranger = person('usr_stranger', 'agent', ['tea_billing'])
export const manager = person('usr_manager', 'manager', [])
export const viewer = person('usr_viewer', 'viewer', ['tea_delivery'])
const everybody = [mariana, ruben, lead, stranger, manager, viewer]

/** A small company: two teams, their people, two touchpoints, two causes, a survey. */
export async function foundWorld() {
  const touchpoint = (slug: string, teamId: string, position: number) => ({
    id: `tou_${slug}`,
    slug,
    stageId: 'sta_after',
    name: slug,
    names,
    channels: [],
    teamId,
    position,
    status: 'active' as const,
    createdAt: monday,
    version: 1,
  })
  const team = (slug: string) => ({
    id: `tea_${slug}`,
    slug,
    name: slug,
    names,
    folded: slug,
    calendarId: calendarRow.id,
    slaPolicyId: policy.id,
    createdAt: monday,
    version: 1,
  })
  const user = ({ id, name, role }: UserActor) => ({
    id,
    email: `${name}@casa-lua.mx`,
    emailKey: `${name}@casa-lua.mx`,
    name,
    folded: name,
    role,
    locale: 'es',
    timeZone: 'America/Mexico_City',
    active: true,
    shortcuts: true,
    createdAt: monday,
    version: 1,
  })
  const cause = (slug: string) => ({
    id: `cau_${slug}`,
    slug,
    side: 'detractor' as const,
    name: `motivo ${slug}`,
    names: { en: `reason ${slug}` },
    control: 'us' as const,
    stopper: false,
    createdAt: monday,
  })
  await atomically((tx) => [
    tx.insert(schema.organization).values({
      id: 'org',
      name: 'Casa Lúa',
      country: 'MX',
      locale: 'es',
      timeZone: 'America/Mexico_City',
      currency: 'MXN',
      formOfAddress: 'usted',
      contactDefault: true,
      sample: false,
      createdAt: monday,
      version: 1,
    }),
    tx.insert(schema.calendars).values(calendarRow),
    tx
      .insert(schema.slaPolicies)
      .values({ ...policy, slug: 'standard', name: 'Estándar', names, standard: true, version: 1 }),
    ...['delivery', 'billing'].map((slug) => tx.insert(schema.teams).values(team(slug))),
    ...everybody.map((one) => tx.insert(schema.users).values(user(one))),
    ...everybody.flatMap((one) =>
      one.teams.map((teamId) => tx.insert(schema.memberships).values({ teamId, userId: one.id, createdAt: monday })),
    ),
    tx
      .insert(schema.journeys)
      .values({ id: 'jou', slug: 'journey', name: 'Viaje', names, createdAt: monday, version: 1 }),
    tx.insert(schema.stages).values({
      id: 'sta_after',
      journeyId: 'jou',
      slug: 'after',
      name: 'Después',
      names,
      phase: 'after',
      position: 1,
      createdAt: monday,
    }),
    tx.insert(schema.touchpoints).values(touchpoint('home', 'tea_delivery', 1)),
    tx.insert(schema.touchpoints).values(touchpoint('invoice', 'tea_billing', 2)),
    ...['late', 'broken'].map((slug) => tx.insert(schema.causes).values(cause(slug))),
    tx.insert(schema.surveys).values({
      id: 'sur_nps',
      slug: 'nps',
      name: 'NPS',
      names,
      kind: 'transactional',
      status: 'live',
      texts: {},
      languages: ['es'],
      createdAt: monday,
      version: 1,
    }),
  ])
}

type Wanted = Partial<Omit<Opening, 'response' | 'customer'>> & {
  score?: number
  comment?: string | null
  reasons?: string[]
  customer?: { id?: string; name?: string; email?: string | null; phone?: string | null } | null
  at?: Date
}
let number = 100_000

/** A ticket as an answer opens it, with its response and customer. */
export async function stand(wanted: Wanted = {}) {
  const { score = 3, comment = 'Llegó diez días tarde', reasons = [], at = monday, customer = {}, ...rest } = wanted
  const person = customer && {
    id: customer.id ?? newId('customer'),
    name: customer.name ?? 'Ana Ruiz',
    email: customer.email === undefined ? `${newId('customer')}@example.com` : customer.email,
    phone: customer.phone ?? null,
  }
  const responseId = newId('response')
  number += 1
  const opened = openTicket(
    {
      id: newId('ticket'),
      number,
      response: {
        id: responseId,
        surveyId: 'sur_nps',
        score,
        category: score <= 6 ? 'detractor' : score <= 8 ? 'passive' : 'promoter',
        commentType: null,
        channel: 'email',
        segment: null,
      },
      customer: person && { id: person.id, reachable: Boolean(person.email || person.phone) },
      touchpointId: 'tou_home',
      teamId: 'tea_delivery',
      priority: 'high',
      priorityReason: 'score',
      occurrence: 1,
      policy,
      calendar,
      language: 'es',
      contactAllowed: true,
      receivedAt: at,
      author: { kind: 'customer', id: null },
      ...rest,
    },
    at,
  )
  const { ticket } = opened
  await atomically((tx) => [
    ...(person && !wanted.customer?.id
      ? [
          tx.insert(schema.customers).values({
            ...person,
            emailKey: person.email,
            folded: person.name.toLowerCase(),
            flagged: false,
            factsAt: at,
            createdAt: at,
            version: 1,
          }),
        ]
      : []),
    frozen(schema.responses)({
      id: responseId,
      kind: 'answer',
      surveyId: 'sur_nps',
      surveyVersion: 1,
      score,
      category: ticket.category ?? 'detractor',
      touchpointId: ticket.touchpointId,
      channel: 'email',
      language: 'es',
      comment,
      contactAllowed: ticket.contactAllowed,
      customerId: person?.id ?? null,
      ticketId: ticket.id,
      attributes: {},
      submittedAt: at,
      receivedAt: at,
      day: '2026-11-16',
      history: false,
      revision: 1,
    }),
    ...reasons.map((causeId, position) => frozen(schema.responseReasons)({ responseId, causeId, position })),
    ...openingWrites(opened),
  ])
  return ticket
}
