import type { Translate } from '@/lib/i18n'
import { people, teams } from '@/lib/identity'
import type { UserActor } from '@/lib/identity/shared'
import { causeTree, journeyTree, touchpointsBySlug } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { valuesInUse } from '@/lib/tickets'
import { priorities, type TicketStatus } from '@/lib/tickets/shared'
import type { ValueView } from './filter-view'
import type { Choice, Choices } from './row-view'

// Resolving, closing and discarding ask more than a status: they have steps of their own.
const plainStatuses: TicketStatus[] = ['in_progress', 'waiting_customer', 'waiting_third_party']

/** Values of the grammar's fields that people made, by the slug that the grammar says. */
export type Lists = Record<
  'people' | 'teams' | 'touchpoints' | 'causes' | 'stages' | 'surveys' | 'segments' | 'languages' | 'tags',
  ValueView[]
>

/** Everything that can be chosen on tickets of the queue, in the reader's language. */
export const choicesFor = async (actor: UserActor, t: Translate): Promise<Choices> => choicesOf(await ground(actor), t)

/** The same, and what filters offer. */
export async function choicesAndLists(actor: UserActor, t: Translate): Promise<{ choices: Choices; lists: Lists }> {
  const [found, journey, used] = await Promise.all([ground(actor), journeyTree(actor), valuesInUse(actor)])
  const slugged = (thing: { slug: string; name: string; names: Record<string, string> }) => ({
    value: thing.slug,
    label: found.name(thing),
  })
  const lists: Lists = {
    people: found.persons.map((one) => ({ value: one.email ?? one.id, label: one.name })),
    teams: found.groups.map(slugged),
    touchpoints: found.touchpoints.map(slugged),
    causes: found.causes.map((cause) => ({ ...slugged(cause), note: cause.parent })),
    stages: (journey?.stages ?? []).map(slugged),
    surveys: used.surveys.map(slugged),
    segments: used.segments.map(itself),
    languages: [
      { value: 'es', label: 'Español' },
      { value: 'en', label: 'English' },
    ],
    tags: used.tags.map(itself),
  }
  const tags = used.tags.map((tag): Choice => ({ id: tag, name: tag }))
  return { choices: { ...choicesOf(found, t), tags }, lists }
}

const itself = (value: string): ValueView => ({ value, label: value })

async function ground(actor: UserActor) {
  const [persons, groups, points, tree] = await Promise.all([
    people(actor),
    teams(actor, { retired: true }),
    touchpointsBySlug({ retired: true }),
    causeTree(actor, { retired: true }),
  ])
  const name = (thing: { name: string; names: Record<string, string> }) => named(thing, actor.locale)
  const causes = tree.flatMap((cause) => [
    { ...cause, parent: undefined as string | undefined },
    ...cause.children.map((child) => ({ ...child, parent: name(cause) })),
  ])
  return {
    name,
    persons: persons.filter((one) => one.active && one.role !== 'viewer'),
    groups,
    touchpoints: [...points.values()],
    causes: causes.filter((one) => !one.retiredAt && one.side !== 'promoter'),
  }
}

function choicesOf(
  { name, persons, groups, touchpoints, causes }: Awaited<ReturnType<typeof ground>>,
  t: Translate,
): Choices {
  const teamName = new Map(groups.map((team) => [team.id, name(team)]))
  return {
    people: persons.map((one) => ({
      id: one.id,
      name: one.name,
      note: one.teams.map((id) => teamName.get(id)).join(', '),
    })),
    teams: groups.filter((team) => !team.retiredAt).map((team) => ({ id: team.id, name: name(team) })),
    statuses: plainStatuses.map((id) => ({ id, name: t(`queue.status.${id}`) })),
    priorities: priorities.map((id) => ({ id, name: t(`queue.priority.${id}`) })),
    touchpoints: touchpoints.filter((one) => !one.retiredAt).map((one) => ({ id: one.id, name: name(one) })),
    causes: causes.map((one): Choice => ({ id: one.id, name: name(one), note: one.parent })),
    tags: [],
  }
}
