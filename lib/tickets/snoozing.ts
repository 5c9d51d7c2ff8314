import type { Author } from '@/lib/events'
import { after, days } from '@/lib/kit/clock'
import { change, type Decided, unchanged } from './change'
import { awake, demandOpen } from './contact'
import type { Dossier } from './dossier'
import { blame } from './lookups'

/** The longest time, in days, that a ticket may be set aside. */
export const longestSnooze = 90

/**
 * Sets an open ticket aside: out of the working views until then. Its clocks run on, for the customer still waits. Refuses
 * `ticket.settled`, and `input.invalid` naming `until` when it is not ahead or more than 90 days away.
 */
export function decideSnooze(by: Author, dossier: Dossier, until: Date, now: Date): Decided {
  demandOpen(dossier.ticket)
  if (!(until > now) || until > after(now, days(longestSnooze))) blame('until', 'input.invalid', 'snoozeWrong')
  return change(
    dossier,
    {
      fact: 'snoozed',
      by,
      payload: { until: until.getTime() },
      ticket: { snoozedUntil: until, snoozedBy: by.id },
    },
    now,
  )
}

/** Brings it back: its time has come (`time`), or somebody wants it (`person`). Awake already: nothing changes. */
export const decideWake = (by: Author, dossier: Dossier, reason: 'time' | 'person', now: Date): Decided =>
  dossier.ticket.snoozedUntil === null
    ? unchanged(dossier)
    : change(dossier, { fact: 'woken', by, payload: { reason, by: dossier.ticket.snoozedBy }, ticket: awake }, now)
