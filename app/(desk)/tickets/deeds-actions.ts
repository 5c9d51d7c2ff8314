'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { seeNotices } from '@/lib/desk'
import { closeAfterVerdict, resend } from '@/lib/followups'
import * as tickets from '@/lib/tickets'
import {
  GestureInput,
  GestureRef,
  HelpInput,
  MergeInput,
  MergeManyInput,
  SnoozeInput,
  SplitInput,
  TaskInput,
  TaskPatch,
  TaskRef,
  WakeInput,
} from '@/lib/tickets/shared'

const Id = z.object({ id: z.string() })

/** Sets a ticket aside until an instant, and brings it back before. */
export const snoozeTicket = action(SnoozeInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.snooze(actor, id, input, now),
)
export const wakeTicket = action(WakeInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.wake(actor, id, input, now),
)

/** This ticket into another one; several into this one. Resolves with the one that stays. */
export const mergeTicket = action(MergeInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.merge(actor, id, input, now),
)
export const mergeTickets = action(MergeManyInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.mergeMany(actor, id, input, now),
)

/** Answers and messages leave for a ticket of their own. Resolves with its id and number. */
export const splitTicket = action(SplitInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.split(actor, id, input, now),
)

/** What a person marks for themselves: unread, watched. That a ticket was read its page says. */
export const markTicketUnread = action(Id, (actor, { id }, now) => tickets.markUnread(actor, id, now))
export const watchTicket = action(Id, (actor, { id }, now) => tickets.watch(actor, id, now))
export const unwatchTicket = action(Id, (actor, { id }, now) => tickets.unwatch(actor, id, now))

/** What has to be done, by whom, until when. */
export const addTicketTask = action(TaskInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.addTask(actor, id, input, now),
)
export const changeTicketTask = action(TaskPatch.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.changeTask(actor, id, input, now),
)
export const removeTicketTask = action(TaskRef.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.removeTask(actor, id, input, now),
)

/** What is given to make up for it; above the organization's limit a lead says yes. */
export const addTicketGesture = action(GestureInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.addGesture(actor, id, input, now),
)
export const approveTicketGesture = action(GestureRef.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.approveGesture(actor, id, input, now),
)
export const withdrawTicketGesture = action(GestureRef.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.withdrawGesture(actor, id, input, now),
)

/** Another team helps, or no longer does. */
export const askForTeam = action(HelpInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.askTeam(actor, id, input, now),
)
export const dismissTeam = action(HelpInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.dismissTeam(actor, id, input, now),
)

/** The next ticket that is the actor's to take; null when there is none. */
export const takeNextTicket = action(z.object({ team: z.string().optional() }), (actor, input, now) =>
  tickets.takeNext(actor, input, now),
)

/** A lead closes what was not recovered after two further rounds. */
export const closeTicket = action(WakeInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  closeAfterVerdict(actor, id, input, now),
)

/** A letter that failed is sent again. */
export const resendTicketLetter = action(z.object({ letter: z.string() }), (actor, { letter }, now) =>
  resend(actor, letter, now),
)

const Seen = z.union([z.object({ ids: z.array(z.string()).max(100) }), z.object({ all: z.literal(true) })])

/** Own notices are seen: some, or all. */
export const markNoticesSeen = action(Seen, (actor, input, now) =>
  seeNotices(actor, 'ids' in input ? input.ids : 'all', now),
)
