import { atomically } from '@/db'
import {
  calendars,
  causes,
  contributors,
  customers,
  journeys,
  letters,
  messages,
  responseReasons,
  responseRevisions,
  responses,
  slaPolicies,
  stages,
  surveys,
  teams,
  tickets,
  touchpoints,
} from '@/db/schema'
import { newCustomer } from '@/lib/customers'
import type { Role, UserActor } from '@/lib/identity/shared'

export const now = new Date('2026-11-20T15:00:00Z')
export const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

export const somebody = (role: Role, ...own: string[]): UserActor => ({
  kind: 'user',
  id: `usr_${role}`,
  name: role,
  role,
  teams: own,
  locale: 'es',
  timeZone: 'America/Mexico_City',
})

/** Two teams, each with a touchpoint. */
export async function twoTeams() {
  const made = { name: 'x', names: {}, version: 1, createdAt: now }
  const team = (id: string) => ({ ...made, id, slug: id, folded: id, calendarId: 'cal' })
  const touchpoint = (id: string, teamId: string) => ({
    ...made,
    ...{ id, slug: id, teamId, stageId: 'sta', channels: [], position: 0, status: 'active' as const },
  })
  await atomically((tx) => [
    tx.insert(calendars).values({ id: 'cal', slug: 'c', timeZone: 'UTC', weekly: {}, holidays: [], ...made }),
    tx.insert(slaPolicies).values({ id: 'sla', slug: 's', targets: {}, waitLimit: 60, standard: true, ...made }),
    tx.insert(journeys).values({ id: 'jou', slug: 'j', ...made }),
    tx.insert(stages).values({ id: 'sta', slug: 's', journeyId: 'jou', phase: 'after', position: 0, ...made }),
    tx.insert(teams).values(team('entregas')),
    tx.insert(teams).values(team('cajas')),
    tx.insert(touchpoints).values(touchpoint('entrega', 'entregas')),
    tx.insert(touchpoints).values(touchpoint('caja', 'cajas')),
    tx.insert(causes).values({ ...made, id: 'cau', slug: 'tarde', side: 'detractor', control: 'us', stopper: false }),
    tx.insert(surveys).values({
      ...made,
      ...{ id: 'sur', slug: 'nps', kind: 'relational', status: 'live', texts: {}, languages: [] },
    }),
  ])
}

type Said = { id: string; customerId: string; touchpoint: string; score: number; comment: string; minutesAgo: number }

/** An answer with a reason, an earlier version, and for a detractor a ticket with a note and a letter. */
export async function answered({ id, customerId, touchpoint, score, comment, minutesAgo }: Said, number?: number) {
  const at = ago(minutesAgo)
  const category = score < 7 ? ('detractor' as const) : ('promoter' as const)
  const ticketId = number ? `tic_${id}` : null
  const common = { customerId, score, category, channel: 'web' as const, language: 'es', contactAllowed: true }
  await atomically((tx) => [
    tx.insert(responses).values({
      ...common,
      ...{ id, kind: 'answer', surveyId: 'sur', surveyVersion: 1, touchpointId: touchpoint, comment, ticketId },
      ...{ attributes: { pedido: `${comment}-77` }, submittedAt: at, receivedAt: at, day: '2026-11-20' },
      ...{ history: false, revision: 2, contentHash: 'abc' },
    }),
    tx.insert(responseReasons).values({ responseId: id, causeId: 'cau', position: 0 }),
    tx
      .insert(responseRevisions)
      .values({ responseId: id, revision: 1, score, category, comment: `${comment}-antes`, at }),
    ...(ticketId && number
      ? [
          tx.insert(tickets).values({
            ...common,
            ...{ id: ticketId, number, title: `${comment}-titulo`, responseId: id, touchpointId: touchpoint },
            ...{ teamId: touchpoint === 'caja' ? 'cajas' : 'entregas', status: 'resolved', open: false },
            ...{ priority: 'high', priorityReason: 'score', contactable: true, occurrence: 1, answers: 1 },
            ...{ slaPolicyId: 'sla', calendarId: 'cal', receivedAt: at, createdAt: at, updatedAt: at },
            ...{ contacts: 0, attempts: 0, reopens: 0, rounds: 0, escalation: 0, version: 1 },
            ...{ actionTaken: `${comment}-accion`, summary: `${comment}-resumen` },
          }),
          tx.insert(messages).values({
            ...{ id: `msg_${id}`, ticketId, kind: 'note', authorKind: 'user', text: `${comment}-nota` },
            ...{ visible: false, createdAt: at },
          }),
          tx.insert(letters).values({
            ...{ id: `let_${id}`, kind: 'reply', state: 'queued', toAddress: `${comment}@example.com` },
            ...{ toName: comment, language: 'es', ticketId, customerId, facts: {}, subject: `${comment}-asunto` },
            ...{ text: comment, html: comment, raw: comment, automatic: false, attempts: 0, resent: false },
            ...{ notBefore: at, createdAt: at, updatedAt: at },
          }),
        ]
      : []),
  ])
}

export async function person(
  id: string,
  name: string,
  email: string,
  more: Partial<typeof customers.$inferSelect> = {},
) {
  await atomically((tx) => [tx.insert(customers).values({ ...newCustomer({ name, email }, now, now), id, ...more })])
}

export const help = (ticketId: string, teamId: string) =>
  atomically((tx) => [tx.insert(contributors).values({ ticketId, teamId })])
