import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { db } from '@/db'
import { causes, memberships, teams, touchpointCauses, touchpoints, users } from '@/db/schema'
import type { Dossier } from '../dossier'
import { readersOf } from '../readers'
import type { Named } from './answers'

/** What may be chosen for a ticket. */
export type Choices = {
  /** Active members of the owning and the helping teams; `absentUntil` of those who are not there. */
  people: { id: string; name: string; teams: string[]; absent: boolean; absentUntil: Date | null }[]
  /** Everybody who may see the ticket: whom a note may mean and a task be given to. */
  readers: { id: string; name: string }[]
  teams: (Named & { slug: string })[]
  touchpoints: (Named & { slug: string })[]
  /** Causes that may be verified: those of the touchpoint first, then the rest. */
  causes: (Named & { slug: string; parentId: string | null; here: boolean })[]
}

/** Everything that pickers on a ticket's page offer. */
export async function choicesOf({ ticket, contributors }: Dossier, now: Date): Promise<Choices> {
  const [readers, members, allTeams, places, offered, known] = await Promise.all([
    readersOf({ ticket, contributors }),
    db
      .select({ id: users.id, name: users.name, team: memberships.teamId, absentUntil: users.absentUntil })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(
          eq(users.active, true),
          ne(users.role, 'viewer'),
          inArray(memberships.teamId, [ticket.teamId, ...contributors]),
        ),
      )
      .orderBy(asc(users.folded)),
    db
      .select({ id: teams.id, slug: teams.slug, name: teams.name, names: teams.names })
      .from(teams)
      .where(isNull(teams.retiredAt))
      .orderBy(asc(teams.folded)),
    db
      .select({ id: touchpoints.id, slug: touchpoints.slug, name: touchpoints.name, names: touchpoints.names })
      .from(touchpoints)
      .where(isNull(touchpoints.retiredAt))
      .orderBy(asc(touchpoints.stageId), asc(touchpoints.position)),
    db
      .select({ id: touchpointCauses.causeId })
      .from(touchpointCauses)
      .where(eq(touchpointCauses.touchpointId, ticket.touchpointId ?? ''))
      .orderBy(asc(touchpointCauses.position)),
    db
      .select({ id: causes.id, slug: causes.slug, parentId: causes.parentId, name: causes.name, names: causes.names })
      .from(causes)
      .where(and(ne(causes.side, 'promoter'), or(isNull(causes.retiredAt), eq(causes.id, ticket.rootCauseId ?? ''))))
      .orderBy(asc(causes.name)),
  ])
  const rank = new Map(offered.map(({ id }, at) => [id, at]))
  const place = (id: string) => rank.get(id) ?? offered.length
  return {
    people: peopleOf(members, now),
    readers: readers.map(({ id, name }) => ({ id, name })),
    teams: allTeams,
    touchpoints: places,
    causes: known
      .map((cause) => ({ ...cause, here: rank.has(cause.id) }))
      .sort((one, other) => place(one.id) - place(other.id)),
  }
}

type Member = { id: string; name: string; team: string; absentUntil: Date | null }

function peopleOf(members: Member[], now: Date): Choices['people'] {
  const people = new Map<string, Choices['people'][number]>()
  for (const { id, name, team, absentUntil } of members) {
    const known = people.get(id)
    const absent = absentUntil !== null && absentUntil > now
    if (known) known.teams.push(team)
    else people.set(id, { id, name, teams: [team], absent, absentUntil: absent ? absentUntil : null })
  }
  return [...people.values()]
}
