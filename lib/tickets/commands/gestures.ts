import { and, eq } from 'drizzle-orm'
import { db, frozen, must } from '@/db'
import { gestures, organization } from '@/db/schema'
import { type Actor, authorOf, demand, permits } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { isCurrency, toMinor } from '@/lib/kit/money'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { change } from '../change'
import { type Changed, work } from '../commit'
import type { GestureInput } from '../deed-inputs'
import { blame } from '../lookups'
import { approve, withdraw } from './gesture-writes'

export type GestureRow = typeof gestures.$inferSelect

const insertGesture = frozen(gestures)
const patient = { patient: true }

/**
 * Writes down what is given to make up for it, and what it costs. What costs more than the organization's limit (or is in
 * another currency) waits for a lead; a lead's own stands at once. Resolves with its id and whether it stands. Refuses
 * `ticket.unknown`, `input.invalid` naming `cost` or `currency`.
 */
export async function addGesture(
  actor: Actor,
  id: string,
  input: GestureInput,
  now: Date,
): Promise<Changed & { gesture: string; approved: boolean }> {
  demand(actor, 'tickets.work')
  const [house] = await db
    .select({ currency: organization.currency, limit: organization.gestureLimit })
    .from(organization)
  const currency = input.currency ?? house?.currency ?? 'USD'
  if (!isCurrency(currency)) blame('currency')
  const cost = toMinor(input.cost || '0', currency) ?? blame('cost', 'input.invalid', 'amountWrong')
  const leads = permits(actor, 'tickets.assign')
  const small = !house || house.limit === null || cost === 0 || (currency === house.currency && cost <= house.limit)
  const approved = leads || small
  const gesture = newId('gesture')
  const row = {
    ...{ id: gesture, ticketId: id, type: input.type, cost, currency, note: input.note || null },
    ...{ createdBy: actor.id, createdAt: now, withdrawnAt: null },
    // Within the limit nobody need say yes: it stands, and no name stands under it.
    ...{ approvedAt: approved ? now : null, approvedBy: leads && !small ? actor.id : null },
  }
  const payload = { gesture, type: input.type, cost, currency, approved }
  const added = { fact: 'gesture_added', by: authorOf(actor), payload, rows: [insertGesture(row)] }
  const changed = await work(actor, id, undefined, (dossier) => change(dossier, added, now), patient)
  return { ...changed, gesture, approved }
}

/** A lead says yes to a gesture that waits. Refuses `ticket.unknown`, `gesture.unknown`, `gesture.stale` when it waits no longer, `identity.forbidden`. */
export async function approveGesture(
  actor: Actor,
  id: string,
  input: { gesture: string },
  now: Date,
): Promise<Changed> {
  demand(actor, 'tickets.assign')
  return settle(actor, id, input.gesture, 'gesture_approved', now, (row) => {
    if (row.approvedAt || row.withdrawnAt) refuse('gesture.stale')
    return approve({ id: row.id, at: now, by: actor.id })
  })
}

/** Takes a gesture back: whoever wrote it down, or a lead. Refuses `ticket.unknown`, `gesture.unknown`, `gesture.stale`, `identity.forbidden`. */
export async function withdrawGesture(
  actor: Actor,
  id: string,
  input: { gesture: string },
  now: Date,
): Promise<Changed> {
  demand(actor, 'tickets.work')
  return settle(actor, id, input.gesture, 'gesture_withdrawn', now, (row) => {
    if (row.createdBy !== actor.id) demand(actor, 'tickets.assign')
    if (row.withdrawnAt) refuse('gesture.stale')
    return withdraw({ id: row.id, at: now })
  })
}

const settle = (
  actor: Actor,
  id: string,
  gesture: string,
  fact: string,
  now: Date,
  write: (row: GestureRow) => ReturnType<typeof approve>,
): Promise<Changed> =>
  work(
    actor,
    id,
    undefined,
    async (dossier) => {
      const row = await gestureOf(id, gesture)
      const rows = [must(write(row), () => new Refusal('gesture.stale'))]
      const payload = { gesture, type: row.type, cost: row.cost, currency: row.currency, author: row.createdBy }
      return change(dossier, { fact, by: authorOf(actor), payload, rows }, now)
    },
    patient,
  )

async function gestureOf(ticketId: string, id: string): Promise<GestureRow> {
  const [row] = await db
    .select()
    .from(gestures)
    .where(and(eq(gestures.id, id), eq(gestures.ticketId, ticketId)))
  return row ?? refuse('gesture.unknown')
}
