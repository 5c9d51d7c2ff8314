import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { customers, suppressions, surveys } from '@/db/schema'
import { changeTicket, reopen, resolve } from '@/lib/followups'
import { after, days, hours } from '@/lib/kit/clock'
import { runDue } from '@/lib/worker'
import { foundWorld, friday, later, type World } from '../support/world'
import { answers, invitationsOf, lettersTo, mailOf, roundsOf, solution, spoken, ticketBy, ticketOf } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

/** Opened, spoken with and resolved on Friday 20 November, 11:00 in Mexico City. */
async function resolved(over: Record<string, unknown> = {}) {
  const ticket = await ticketOf(friday, over)
  await runDue(friday)
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, later(60))
  await runDue(later(60))
  return ticket.id
}
// Saturday is closed: Monday 9:00 in Mexico City.
const monday = new Date('2026-11-23T15:00:00Z')

test('resolved on Friday: the summary at once, the survey on Monday at nine, a reminder on Thursday, closed by silence a week later', async () => {
  const id = await resolved()
  expect(await mailOf(id)).toEqual(['acknowledgement sent', 'summary sent'])
  expect(await ticketBy(id)).toMatchObject({ status: 'resolved', askAt: monday })
  await runDue(after(monday, -60_000))
  expect(await roundsOf(id)).toEqual([])
  await runDue(monday)
  expect(await mailOf(id)).toEqual([
    'acknowledgement sent',
    'summary sent',
    'recovery sent',
    'recovery_reminder queued',
  ])
  expect((await roundsOf(id))[0]).toMatchObject({
    round: 1,
    firstScore: 2,
    firstCategory: 'detractor',
    sentAt: monday,
    day: '2026-11-20',
  })
  expect((await invitationsOf(id))[0]).toMatchObject({ state: 'sent', sentAt: monday })
  const asked = (await lettersTo(id)).find(({ kind }) => kind === 'recovery')
  for (let score = 0; score <= 10; score++) expect(asked?.html).toContain(`?score=${score}"`)
  expect(asked?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  await runDue(after(monday, days(3) - 60_000))
  expect((await mailOf(id)).at(-1)).toBe('recovery_reminder queued')
  await runDue(after(monday, days(3)))
  expect((await mailOf(id)).at(-1)).toBe('recovery_reminder sent')
  await runDue(after(monday, days(7) - 60_000))
  expect((await ticketBy(id)).status).toBe('resolved')
  await runDue(after(monday, days(7)))
  expect(await ticketBy(id)).toMatchObject({ status: 'closed', outcome: 'no_answer', verdictDueAt: null })
  expect((await roundsOf(id))[0]).toMatchObject({ outcome: 'no_answer', answeredAt: null })
  expect((await invitationsOf(id))[0]?.state).toBe('cancelled')
})

test('a promoter closes the case and is thanked; the reminder is called back', async () => {
  const id = await resolved()
  await runDue(monday)
  expect(await answers(id, 9, 'yes', after(monday, hours(2)))).toMatchObject({
    outcome: 'recovered_promoter',
    next: 'close',
  })
  expect(await ticketBy(id)).toMatchObject({ status: 'closed', outcome: 'recovered_promoter', verdictScore: 9 })
  await runDue(after(monday, hours(2)))
  expect((await mailOf(id)).slice(-2)).toEqual(['recovery_reminder cancelled answered', 'thanks sent'])
  await expect(answers(id, 3, 'no', after(monday, hours(3)))).rejects.toMatchObject({ code: 'recovery.used' })
})

test('not solved opens it again one level higher whatever the score, twice at most, then a person decides', async () => {
  const id = await resolved()
  let clock = monday
  for (const round of [1, 2]) {
    await runDue(clock)
    expect(await answers(id, 10, 'no', after(clock, hours(1)))).toMatchObject({
      outcome: 'not_recovered',
      next: 'reopen',
    })
    expect(await ticketBy(id)).toMatchObject({
      status: 'in_progress',
      rounds: round,
      reopens: round,
      escalation: round,
      outcome: null,
    })
    await resolve(world.agent, id, solution, after(clock, hours(2)))
    await runDue(after(clock, hours(2)))
    clock = (await ticketBy(id)).askAt ?? clock
  }
  await runDue(clock)
  expect((await roundsOf(id)).map(({ round, score, outcome }) => [round, score, outcome])).toEqual([
    [1, 10, 'not_recovered'],
    [2, 10, 'not_recovered'],
    [3, null, null],
  ])
  expect(await answers(id, 2, 'partly', after(clock, hours(1)))).toMatchObject({ next: 'decide' })
  expect(await ticketBy(id)).toMatchObject({ status: 'resolved', attention: 'verdict_rounds', rounds: 2 })
  await runDue(after(clock, days(8)))
  expect((await ticketBy(id)).status).toBe('resolved')
})

test('reopened before the survey: none goes out; reopened after it: invitation, reminder and round end in the same list', async () => {
  const early = await resolved()
  await reopen(world.lead, early, {}, later(120))
  await runDue(after(monday, hours(1)))
  expect(await mailOf(early)).toEqual(['acknowledgement sent', 'summary sent'])
  const late = await resolved()
  await runDue(monday)
  await reopen(world.lead, late, {}, after(monday, hours(1)))
  expect((await invitationsOf(late))[0]).toMatchObject({ state: 'cancelled', reason: 'reopened' })
  expect((await mailOf(late)).at(-1)).toBe('recovery_reminder cancelled reopened')
  expect((await roundsOf(late))[0]?.cancelledAt).toEqual(after(monday, hours(1)))
})

test('back to work by its status is a reopening too: no invitation stays live while the ticket is open', async () => {
  const id = await resolved()
  await runDue(monday)
  const { version } = await changeTicket(world.lead, id, { status: 'in_progress' }, after(monday, 60_000))
  expect(await ticketBy(id)).toMatchObject({ status: 'in_progress', version })
  expect((await invitationsOf(id))[0]?.state).toBe('cancelled')
  expect(await mailOf(id)).toContain('recovery_reminder cancelled reopened')
})

test('a letter that waits in line when the ticket opens again never leaves', async () => {
  const ticket = await ticketOf(friday)
  await runDue(friday)
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, later(60))
  await reopen(world.lead, ticket.id, {}, later(61))
  await runDue(later(62))
  expect((await mailOf(ticket.id)).at(-1)).toBe('summary cancelled reopened')
})

test('an address that bounced is no address: closed as unreachable', async () => {
  const id = await resolved()
  const [customer] = await db
    .select()
    .from(customers)
    .where(eq(customers.id, (await ticketBy(id)).customerId ?? ''))
  await atomically((tx) => [
    tx.insert(suppressions).values({ addressKey: customer?.emailKey ?? '', reason: 'bounced', at: friday }),
  ])
  await runDue(monday)
  expect(await ticketBy(id)).toMatchObject({ status: 'closed', outcome: 'unreachable' })
  expect((await invitationsOf(id))[0]).toMatchObject({ state: 'suppressed', reason: 'bounced' })
})

test('who unsubscribed is not asked again, and that is the outcome', async () => {
  const id = await resolved()
  const { customerId } = await ticketBy(id)
  await atomically((tx) => [
    tx
      .update(customers)
      .set({ optedOutAt: friday })
      .where(eq(customers.id, customerId ?? '')),
  ])
  await runDue(monday)
  expect(await ticketBy(id)).toMatchObject({ status: 'closed', outcome: 'declined' })
})

test('without a live recovery survey nobody is asked, and silence closes it', async () => {
  await atomically((tx) => [tx.update(surveys).set({ status: 'closed' }).where(eq(surveys.slug, 'recuperacion'))])
  const id = await resolved()
  await runDue(monday)
  expect(await roundsOf(id)).toEqual([])
  await runDue(after(monday, days(7)))
  expect(await ticketBy(id)).toMatchObject({ status: 'closed', outcome: 'no_answer' })
  await atomically((tx) => [tx.update(surveys).set({ status: 'live' }).where(eq(surveys.slug, 'recuperacion'))])
})
