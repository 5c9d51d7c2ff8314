import { and, eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { customers, events, invitations, jobs, letters } from '@/db/schema'
import { unsubscribe } from '@/lib/customers'
import { after, days, minutes } from '@/lib/kit/clock'
import { sealToken } from '@/lib/kit/seal'
import { receive } from '@/lib/loop'
import { suppress } from '@/lib/mail'
import { dispositionOf, inviteCustomers, markStarted, personalLink, type Recipient } from '@/lib/surveys'
import { ResponseInput } from '@/lib/surveys/shared'
import { runDue } from '@/lib/worker'
import { detractor, foundWorld, friday, later, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const somebody = (name: string, over: Partial<Recipient> = {}): Recipient => ({
  email: `${name}@correo.mx`,
  name: null,
  language: null,
  ...over,
})
const nobodyInCase = async () => new Set<string>()
const ask = (recipients: Recipient[], now = friday, inCase = nobodyInCase as (ids: string[]) => Promise<Set<string>>) =>
  inviteCustomers(world.manager, { survey: 'nps', touchpoint: 'entrega', recipients }, inCase, now)
const invitationOf = async (email: string) => {
  const [row] = await db
    .select({ invitation: invitations })
    .from(invitations)
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .where(eq(customers.emailKey, email))
    .orderBy(invitations.createdAt)
  if (!row) throw new Error(`nobody invited ${email}`)
  return row.invitation
}
const lettersOf = (invitationId: string) =>
  db.select().from(letters).where(eq(letters.invitationId, invitationId)).orderBy(letters.createdAt)

test('each person of a list is a customer, an invitation and a letter, and those whom a rule protects are stored with it', async () => {
  const known = ResponseInput.parse(
    detractor({ score: 10, customer: { email: 'declina@correo.mx' }, contactAllowed: false }),
  )
  await receive({ kind: 'key', keyId: 'k' }, known, friday)
  await receive(
    { kind: 'key', keyId: 'k' },
    ResponseInput.parse(detractor({ customer: { email: 'encaso@correo.mx' } })),
    friday,
  )
  await receive(
    { kind: 'key', keyId: 'k' },
    ResponseInput.parse(detractor({ score: 10, customer: { email: 'baja@correo.mx' } })),
    friday,
  )
  const idOf = async (email: string) =>
    (await db.select().from(customers).where(eq(customers.emailKey, email)))[0]?.id ?? ''
  await unsubscribe(sealToken('unsubscribe', await idOf('baja@correo.mx')), friday)
  await atomically(() => [suppress('rebota@correo.mx', 'bounced', friday, null)])
  const busy = await idOf('encaso@correo.mx')
  const people = ['ana', 'kim', 'declina', 'encaso', 'baja', 'rebota'].map((name) => somebody(name))
  const result = await ask(people, friday, async (ids) => new Set(ids.filter((id) => id === busy)))
  expect(result).toEqual({
    created: 6,
    asked: 2,
    denied: { declined: 1, mid_case: 1, opted_out: 1, bounced: 1 },
  })
  const disposition = await dispositionOf(world.viewer, 'nps', friday)
  expect(disposition.reduce((sum, { count }) => sum + count, 0)).toBe(6)
  expect(disposition.find(({ state }) => state === 'queued')?.count).toBe(2)
  expect(disposition.find(({ reason }) => reason === 'mid_case')).toMatchObject({ state: 'suppressed', count: 1 })
  const payloads = JSON.stringify([await db.select().from(events), await db.select().from(jobs)])
  expect(payloads).not.toMatch(/correo\.mx/)
})

test('asked again the next day they are left in peace, each refusal counted', async () => {
  expect(await ask([somebody('ana'), somebody('kim')], after(friday, days(1)))).toMatchObject({
    asked: 0,
    denied: { asked_lately: 2 },
  })
  expect(await ask([somebody('ana')], after(friday, days(89)))).toMatchObject({ denied: { asked_lately: 1 } })
})

test('the letter holds eleven links that choose a score, one plain link, and one click to stop it', async () => {
  await ask([somebody('luz', { name: 'Luz <b>Peña</b>', language: 'en' })])
  await runDue(friday)
  const invitation = await invitationOf('luz@correo.mx')
  expect(invitation).toMatchObject({ state: 'sent', language: 'en', sentAt: friday, remindAt: after(friday, days(3)) })
  const [letter] = await lettersOf(invitation.id)
  const link = personalLink('nps', invitation.id)
  expect(link).toMatch(/^http:\/\/lazo\.test\/s\/nps\/[0-9a-z]{52}$/)
  for (let score = 0; score <= 10; score++) {
    expect(letter?.html).toContain(`"${link}?score=${score}"`)
    expect(letter?.text).toContain(`${link}?score=${score}`)
  }
  expect(letter?.subject).toBe('Would you recommend Casa Lúa?')
  expect(letter?.html).toContain('Luz &lt;b&gt;Peña')
  expect(letter?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(letter?.raw).toContain('Auto-Submitted: auto-generated')
  const told = await db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, invitation.id), eq(events.kind, 'survey.sent')))
  expect(told).toHaveLength(1)
})

test('whoever has not answered is reminded once, three days later, by day', async () => {
  const night = new Date('2026-11-24T03:00:00Z')
  await ask([somebody('olga')])
  await runDue(friday)
  const invitation = await invitationOf('olga@correo.mx')
  await markStarted(invitation.id, later(3))
  await runDue(after(friday, days(3) - minutes(1)))
  expect(await lettersOf(invitation.id)).toHaveLength(1)
  await runDue(night)
  const [, reminder] = await lettersOf(invitation.id)
  expect(reminder).toMatchObject({
    kind: 'invitation_reminder',
    state: 'queued',
    notBefore: new Date('2026-11-24T14:00:00Z'),
  })
  for (const day of [4, 5, 30]) await runDue(after(friday, days(day)))
  const all = await lettersOf(invitation.id)
  expect(all.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['invitation sent', 'invitation_reminder sent'])
  expect(all[1]?.subject).toBe('Recordatorio: ¿Recomendaría Casa Lúa?')
})

test('nobody is reminded of what they have answered', async () => {
  await ask([somebody('rosa')])
  await runDue(friday)
  const invitation = await invitationOf('rosa@correo.mx')
  await receive({ kind: 'invitation', invitationId: invitation.id }, { survey: 'nps', score: 9 }, later(10))
  await runDue(after(friday, days(4)))
  expect(await lettersOf(invitation.id)).toHaveLength(1)
  expect((await invitationOf('rosa@correo.mx')).state).toBe('completed')
})

test('a letter that is no longer true when its moment comes is not sent, and the invitation says why', async () => {
  const night = new Date('2026-11-21T04:00:00Z')
  await ask([somebody('nora'), somebody('ines')], night)
  await runDue(night)
  const nora = await invitationOf('nora@correo.mx')
  expect(nora.state).toBe('queued')
  await db
    .select()
    .from(letters)
    .where(inArray(letters.invitationId, [nora.id]))
  await atomically(() => [suppress('nora@correo.mx', 'bounced', night, null)])
  await runDue(after(night, minutes(11 * 60)))
  await runDue(after(night, minutes(12 * 60)))
  expect(await invitationOf('nora@correo.mx')).toMatchObject({ state: 'suppressed', reason: 'suppressed' })
  expect((await invitationOf('ines@correo.mx')).state).toBe('sent')
})

test('people whom two rounds meet for the first time at the same moment become one customer each', async () => {
  const people = Array.from({ length: 130 }, (_, at) => somebody(`par-${at}`))
  const results = await Promise.all([ask(people), ask([...people].reverse())])
  expect(results.map(({ created }) => created)).toEqual([130, 130])
  expect(results.reduce((sum, { asked }) => sum + asked, 0)).toBe(130)
  const met = await db.select().from(customers)
  expect(met.filter(({ emailKey }) => emailKey?.startsWith('par-'))).toHaveLength(130)
})

test('a closed survey, the recovery survey and an unknown touchpoint invite nobody', async () => {
  const code = (input: Record<string, string>) =>
    inviteCustomers(world.manager, { survey: 'nps', recipients: [somebody('x')], ...input }, nobodyInCase, friday).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
  expect(await code({ survey: 'cerrada' })).toBe('survey.closed')
  expect(await code({ survey: 'recuperacion' })).toBe('survey.recovery')
  expect(await code({ touchpoint: 'nada' })).toBe('touchpoint.unknown')
  await expect(
    inviteCustomers(world.agent, { survey: 'nps', recipients: [] }, nobodyInCase, friday),
  ).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
})

test('to begin is told once and moves nothing that is over', async () => {
  const rosa = await invitationOf('rosa@correo.mx')
  await markStarted(rosa.id, later(60))
  expect(await invitationOf('rosa@correo.mx')).toEqual(rosa)
  const olga = await invitationOf('olga@correo.mx')
  expect(olga).toMatchObject({ state: 'started', openedAt: later(3), startedAt: later(3) })
  await markStarted(olga.id, later(60))
  expect(await invitationOf('olga@correo.mx')).toEqual(olga)
})
