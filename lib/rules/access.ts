import { type Actor, permits } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'

/** Administrators and managers change rules; leads see them, so that they can propose. */
export const mayReadRules = (actor: Actor): boolean => permits(actor, 'rules.edit') || permits(actor, 'team.manage')

export function demandReading(actor: Actor): void {
  if (!mayReadRules(actor)) refuse('identity.forbidden', { permission: 'rules.edit' })
}
