import { type Actor, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { patchTicket } from '@/lib/tickets'
import type { PatchInput } from '@/lib/tickets/shared'
import { findTicket } from './find'
import { reopen } from './reopen'

/**
 * Changes a ticket's properties in one list. Back to work from resolved or closed is a reopening, and ends what waits for
 * the customer: by itself, else `input.invalid`. Resolves to the new version. Refuses what `patchTicket` and `reopen` refuse.
 */
export async function changeTicket(
  actor: Actor,
  id: string,
  input: PatchInput,
  now: Date,
): Promise<{ version: number }> {
  demand(actor, 'tickets.work')
  const { version: seen, ...rest } = input
  const { ticket } = await findTicket(actor, id)
  const again = rest.status === 'in_progress' && (ticket.status === 'resolved' || ticket.status === 'closed')
  if (!again) return patchTicket(actor, id, input, now)
  if (Object.keys(rest).length > 1) {
    refuse('input.invalid', {}, [{ path: 'status', code: 'ticket.reopen', message: 'reopen it by itself first' }])
  }
  await reopen(actor, id, { version: seen }, now)
  return { version: ticket.version + 1 }
}
