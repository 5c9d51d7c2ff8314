import type { Translate } from '@/lib/i18n'
import { people, teams } from '@/lib/identity'
import type { UserActor } from '@/lib/identity/shared'
import { causeTree, touchpointsBySlug } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { priorities, type TicketStatus } from '@/lib/tickets/shared'
import type { Choice, Choices } from './row-view'

// Resolving, closing and discarding ask more than a status: they have steps of their own.
const plainStatuses: TicketStatus[] = ['in_progress', 'waiting_customer', 'waiting_third_party']

/** Everything that can be chosen on tickets of the queue, in the reader's language. */
export async function choicesFor(actor: UserActor, t: Translate): Promise<Choices> {
  const [persons, groups, points, causes] = await Promise.all([
    people(actor),
    teams(actor, { retired: true }),
    touchpointsBySlug({ retired: true }),
    causeTree(actor, { retired: true }),
  ])
  const name = (thing: { name: string; names: Record<string, string> }) => named(thing, actor.locale)
  const teamName = new Map(groups.map((team) => [team.id, name(team)]))
  const flat = causes.flatMap((cause) => [
    { ...cause, parent: undefined as string | undefined },
    ...cause.children.map((child) => ({ ...child, parent: name(cause) })),
  ])
  const touchpoints = [...points.values()]
  return {
    people: persons
      .filter((one) => one.active && one.role !== 'viewer')
      .map((one) => ({ id: one.id, name: one.name, note: one.teams.map((id) => teamName.get(id)).join(', ') })),
    teams: groups.filter((team) => !team.retiredAt).map((team) => ({ id: team.id, name: name(team) })),
    statuses: plainStatuses.map((id) => ({ id, name: t(`queue.status.${id}`) })),
    priorities: priorities.map((id) => ({ id, name: t(`queue.priority.${id}`) })),
    touchpoints: touchpoints.filter((one) => !one.retiredAt).map((one) => ({ id: one.id, name: name(one) })),
    causes: flat
      .filter((one) => !one.retiredAt && one.side !== 'promoter')
      .map((one): Choice => ({ id: one.id, name: name(one), note: one.parent })),
  }
}
