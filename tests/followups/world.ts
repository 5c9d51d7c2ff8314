import { eq } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { contactAttempts, invitations, letters, recoveries, tickets } from '@/db/schema'
import { settleRecovery } from '@/lib/followups'
import { newId } from '@/lib/kit/ids'
import { receive } from '@/lib/loop'
import { ResponseInput, type Solved } from '@/lib/surveys/shared'
import { detractor } from '../support/world'

let count = 0

/** A detractor answers; resolves to the ticket that stands. Each has another customer and address. */
export async function ticketOf(now: Date, over: Record<string, unknown> = {}) {
  count += 1
  const customer = { externalId: `C-${count}`, email: `ok-${count}@correo.mx`, name: 'Ana Lucía Ruiz Peña' }
  const input = ResponseInput.parse(detractor({ customer, ...over }))
  const { ticket } = await receive({ kind: 'key', keyId: 'key_test' }, input, now)
  return ticketBy(ticket?.id ?? '')
}

export async function ticketBy(id: string) {
  const [row] = await db.select().from(tickets).where(eq(tickets.id, id))
  if (!row) throw new Error('no ticket')
  return row
}

/** Somebody has spoken with the customer: the evidence that resolving asks for. */
export const spoken = { channel: 'phone', direction: 'out', outcome: 'spoke' } as const

export const solution = {
  rootCause: 'llego-tarde',
  actionTaken: 'Se habló con la paquetería',
  summary: 'Su sala llegó el sábado a las 9:35. Y cambiamos la regla: nadie marca «cliente ausente» sin llamar antes.',
}

export const lettersTo = (ticketId: string) =>
  db.select().from(letters).where(eq(letters.ticketId, ticketId)).orderBy(letters.id)

/** Kind and state of each letter of a ticket, in the order in which they were written. */
export const mailOf = async (ticketId: string) =>
  (await lettersTo(ticketId)).map(({ kind, state, error }) => [kind, state, ...(error ? [error] : [])].join(' '))

export const roundsOf = (ticketId: string) =>
  db.select().from(recoveries).where(eq(recoveries.ticketId, ticketId)).orderBy(recoveries.round)

export const invitationsOf = (ticketId: string) =>
  db.select().from(invitations).where(eq(invitations.ticketId, ticketId)).orderBy(invitations.id)

export const attemptsOf = (ticketId: string) =>
  db.select().from(contactAttempts).where(eq(contactAttempts.ticketId, ticketId)).orderBy(contactAttempts.id)

/** The customer answers the last survey of a ticket, as the loop hands it over. */
export async function answers(ticketId: string, score: number, solved: Solved, now: Date) {
  const invitationId = (await roundsOf(ticketId)).at(-1)?.invitationId ?? ''
  const settled = await settleRecovery({ invitationId, responseId: newId('response'), score, solved }, now)
  await atomically(settled.steps)
  return settled
}
