'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { assignMail, dismissMail, unmatchedById } from '@/lib/followups'
import { ticketIdOf } from '@/lib/tickets'

const id = z.string().max(40)
const Placed = z.looseObject({
  id,
  number: z
    .string()
    .trim()
    .regex(/^#?\d{1,9}$/, 'unknown'),
})
const Opened = z.looseObject({ id, title: z.string().trim().max(200), team: z.string().min(1, 'required').max(64) })

const ticket = ({ number }: { number: number }) => ({ go: `/tickets/${number}` })

/** Puts a waiting mail on the case with that number. */
export const put = answering(
  action(Placed, async (actor, { id, number }, now) =>
    assignMail(actor, id, { ticket: await ticketIdOf(actor, Number(number.replace('#', ''))) }, now),
  ),
  ticket,
)

/** Opens a case with a waiting mail, for the customer whose address it came from, if there is one. */
export const openCase = answering(
  action(Opened, async (actor, { id, title, team }, now) => {
    const { customer } = await unmatchedById(actor, id)
    const known = { ...(title ? { title } : {}), ...(customer ? { customer: customer.id } : {}) }
    return assignMail(actor, id, { new: { ...known, team } }, now)
  }),
  ticket,
)

/** Nothing is to be done about a waiting mail. */
export const dismiss = answering(
  action(z.looseObject({ id }), (actor, { id }, now) => dismissMail(actor, id, now)),
  () => ({ go: '/unmatched' }),
)
