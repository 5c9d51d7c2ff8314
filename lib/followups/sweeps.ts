import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import { atomically, db, isDuplicate, must, type Step } from '@/db'
import { letters, recoveries, tickets } from '@/db/schema'
import { record, system } from '@/lib/events'
import { organization } from '@/lib/identity'
import { after, days } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { log } from '@/lib/kit/log'
import { dayOf } from '@/lib/kit/period'
import { isRefusal, Refusal } from '@/lib/kit/refusal'
import { type Denial, recoveryInvitation, recoverySurvey } from '@/lib/surveys'
import { dossierOf, type Outcome, type TicketRow } from '@/lib/tickets'
import { closing } from './closing'
import { customerOf, house } from './find'
import { lastRecovery } from './reading'
import { silentAt } from './recovery'

const atOnce = 200
const by = system('followups')

/** Asks again whoever is due: round, invitation and letter of each ticket are one list. Resolves to how many were asked. */
export async function recoverySweep(now: Date): Promise<number> {
  const due = await db
    .select()
    .from(tickets)
    .where(and(isNotNull(tickets.askAt), lte(tickets.askAt, now)))
    .orderBy(asc(tickets.askAt))
    .limit(atOnce)
  if (due.length === 0) return 0
  const survey = await recoverySurvey()
  const zone = (await organization())?.timeZone ?? 'UTC'
  let asked = 0
  for (const ticket of due) if (await settled(ticket, () => ask(ticket, survey, zone, now))) asked++
  return asked
}

/** Closes whoever has kept silent for seven days since the survey was sent. Resolves to how many. */
export async function silenceSweep(now: Date): Promise<number> {
  const due = await db
    .select()
    .from(tickets)
    .where(and(isNotNull(tickets.verdictDueAt), lte(tickets.verdictDueAt, now)))
    .orderBy(asc(tickets.verdictDueAt))
    .limit(atOnce)
  let closed = 0
  for (const ticket of due) if (await settled(ticket, () => closeSilent(ticket, now))) closed++
  return closed
}

type Survey = Awaited<ReturnType<typeof recoverySurvey>>

async function ask(ticket: TicketRow, survey: Survey, zone: string, now: Date): Promise<void> {
  const dossier = await dossierOf(house, ticket.id)
  const customer = await customerOf(ticket)
  const still = ticket.status === 'resolved' && ticket.resolvedAt !== null
  if (!still || !customer) return drop(ticket, now)
  // Without a survey to ask with, silence will close it.
  if (!survey) return drop(ticket, now)
  const invited = recoveryInvitation({ ticket, customer, survey, bounced: !dossier.reach.email }, now)
  if (invited.denial) {
    const outcome = outcomeOf(invited.denial)
    const closed = closing(by, dossier, { outcome }, now)
    await atomically((tx) => [...closed(tx), ...invited.steps])
    return
  }
  const round = ((await lastRecovery(ticket.id))?.round ?? 0) + 1
  await atomically((tx) => [
    stopAsking(tx, ticket, now),
    tx.insert(recoveries).values({
      id: newId('recovery'),
      ticketId: ticket.id,
      round,
      invitationId: invited.invitationId,
      touchpointId: ticket.touchpointId,
      firstScore: ticket.score,
      firstCategory: ticket.category,
      resolvedAt: ticket.resolvedAt ?? now,
      day: dayOf(ticket.resolvedAt ?? now, zone),
    }),
    ...invited.steps,
    ...record(
      [
        {
          kind: 'recovery.asked',
          subject: { kind: 'ticket', id: ticket.id },
          actor: by,
          payload: { round, invitation: invited.invitationId },
        },
      ],
      now,
    ),
  ])
}

const drop = async (ticket: TicketRow, now: Date): Promise<void> => {
  await atomically((tx) => [stopAsking(tx, ticket, now)])
}

// The ticket keeps its version: a plan was carried out, nobody's view of it became wrong.
const stopAsking = (tx: Parameters<Parameters<typeof atomically>[0]>[0], ticket: TicketRow, now: Date): Step =>
  must(
    tx
      .update(tickets)
      .set({ askAt: null, verdictDueAt: ticket.status === 'resolved' ? silentAt(now) : null })
      .where(and(eq(tickets.id, ticket.id), eq(tickets.status, ticket.status), isNotNull(tickets.askAt)))
      .returning({ id: tickets.id }),
    () => new Refusal('ticket.stale'),
  )

const outcomes: Partial<Record<Denial, Outcome>> = { opted_out: 'declined', declined: 'declined' }
const outcomeOf = (denial: Denial): Outcome => outcomes[denial] ?? 'unreachable'

async function closeSilent(ticket: TicketRow, now: Date): Promise<void> {
  const dossier = await dossierOf(house, ticket.id)
  const recovery = await lastRecovery(ticket.id)
  const open = recovery && !recovery.cancelledAt && !recovery.answeredAt ? recovery : null
  // The letter left later than planned, or not yet: seven days count from its sending.
  if (open?.sentAt && silentAt(open.sentAt) > now) return postpone(ticket, silentAt(open.sentAt))
  if (open && !open.sentAt && (await stillInLine(open.invitationId))) return postpone(ticket, after(now, days(1)))
  const closed = closing(by, dossier, { outcome: 'no_answer' }, now)
  await atomically((tx) => closed(tx))
}

/** Whether the question may still leave; one that was called back never will. */
async function stillInLine(invitationId: string | null): Promise<boolean> {
  const waiting = and(
    eq(letters.invitationId, invitationId ?? ''),
    eq(letters.kind, 'recovery'),
    inArray(letters.state, ['queued', 'held', 'sending', 'unknown']),
  )
  return (await db.$count(letters, waiting)) > 0
}

async function postpone(ticket: TicketRow, until: Date): Promise<void> {
  await atomically((tx) => [
    tx
      .update(tickets)
      .set({ verdictDueAt: until })
      .where(and(eq(tickets.id, ticket.id), eq(tickets.version, ticket.version))),
  ])
}

/** One ticket's own list; a ticket that somebody changed in between is looked at again by the next sweep. */
async function settled(ticket: TicketRow, run: () => Promise<void>): Promise<boolean> {
  try {
    await run()
    return true
  } catch (error) {
    if (!isDuplicate(error) && !(isRefusal(error) && error.code !== 'storage.unavailable')) throw error
    log().info({ ticket: ticket.id, err: error }, 'left for the next sweep')
    return false
  }
}
