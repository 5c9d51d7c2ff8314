'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import * as followups from '@/lib/followups'
import { ReplyInput, Sending } from '@/lib/followups/shared'

const Id = z.object({ id: z.string().max(40) })
const Message = z.object({ message: z.string().max(40) })

/** A letter to the customer that may be taken back, put off, carry files, and is refused when somebody wrote in between. */
export const sendReply = action(ReplyInput.extend(Sending.shape).extend(Id.shape), (actor, { id, ...input }, now) =>
  followups.reply(actor, id, input, now),
)

/** Takes a letter back that has not left; its words come back. */
export const withdrawReply = action(Message, (actor, { message }, now) => followups.withdrawReply(actor, message, now))

/** Sends a letter again that failed, came back or is held. */
export const retryLetter = action(Id, (actor, { id }, now) => followups.resend(actor, id, now))

/** The address of a stranger's mail is the customer's too. */
export const addAddress = action(Message, (actor, { message }, now) => followups.addAddress(actor, message, now))

/** A stranger's mail becomes a ticket of its own. */
export const splitMail = action(Message, (actor, { message }, now) => followups.splitMail(actor, message, now))
