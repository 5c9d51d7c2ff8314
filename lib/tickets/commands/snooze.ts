import { type Actor, demand } from '@/lib/identity/shared'
import { type Changed, work } from '../commit'
import type { SnoozeInput, WakeInput } from '../deed-inputs'
import { decideSnooze, decideWake } from '../snoozing'

/**
 * Sets a ticket aside until an instant, at most 90 days ahead; it comes back by itself then, at once when its customer
 * speaks, and when it goes to somebody else. Refuses `ticket.unknown`, `ticket.stale`, `ticket.settled`, `input.invalid`.
 */
export async function snooze(actor: Actor, id: string, input: SnoozeInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => decideSnooze(actor, dossier, input.until, now))
}

/** Brings a ticket back before its time. Refuses `ticket.unknown`, `ticket.stale`. */
export async function wake(actor: Actor, id: string, input: WakeInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => decideWake(actor, dossier, 'person', now))
}
