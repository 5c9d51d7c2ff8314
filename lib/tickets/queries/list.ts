import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { stages, teams, tickets, touchpoints, users } from '@/db/schema'
import { type TicketStatus, ticketStatuses } from '@/db/words/tickets'
import { isOpen } from '../states'
import type { Grouping, Sort } from '../views'
import { capped } from './capped'
import { besides, countablesOf, partitionsOf } from './conditions'
import { fewOf } from './few'
import type { List } from './order'
import type { Question } from './question'

/** A question in the order in which it is shown. `tooMany`: it asks for words of more tickets than can be put in order. */
export type Listed = { list: List; groups: Group[]; tooMany: boolean }
/** Tickets of one value: its id or code, null for none. */
export type Group = { value: string | null; question: Question }

/** Puts a question in order, by the shortest way there is. */
export async function listed(question: Question, sort: Sort, group: Grouping): Promise<Listed> {
  const [{ few, tooMany }, groups] = await Promise.all([fewOf(question), groupsIn(question, group)])
  const filled = await filledOf(groups, few)
  // These orders have one index each, whichever team a ticket is of.
  const loose = sort === 'spoke' || sort === 'value'
  return {
    list: {
      groups: groups.map((one) => ({
        partitions: !filled(one)
          ? []
          : few || loose
            ? besides(one.question, few ?? undefined)
            : partitionsOf(one.question),
      })),
      sort,
      ended: question.open !== true,
    },
    groups,
    tooMany,
  }
}

// Groups in which nothing stands are passed over; one statement looks at all of them.
async function filledOf(groups: Group[], few: SQL | null): Promise<(group: Group) => boolean> {
  if (groups.length < 2) return () => true
  const counts = await countsIn(groups, few, 1)
  return (group) => (counts[groups.indexOf(group)] ?? 0) > 0
}

/** How many tickets stand in each group, at most `most`. */
export async function countsIn(groups: Group[], few: SQL | null, most: number): Promise<number[]> {
  const parts = groups.map(({ question }) =>
    few ? besides(question, few).map(({ where }) => where) : countablesOf(question),
  )
  const fields = Object.fromEntries(parts.map((its, at) => [`n${at}`, capped(its, most)]))
  const [row] = parts.length > 0 ? await db.select(fields).from(sql`(select 1) as one`) : []
  return parts.map((_, at) => Number(row?.[`n${at}`] ?? 0))
}

/** The groups of a question, in their order, empty ones too; the whole as one where nothing is put together. */
export async function groupsIn(question: Question, group: Grouping): Promise<Group[]> {
  if (group === 'due' || group === 'none') return [{ value: null, question }]
  return ways[group](question)
}

const ways: Record<Exclude<Grouping, 'due' | 'none'>, (question: Question) => Group[] | Promise<Group[]>> = {
  status: (question) =>
    statusesIn(question).map((status) => ({
      value: status,
      question: { ...question, statuses: [status], open: isOpen(status) },
    })),
  team: async (question) => {
    const rows = await db.select({ id: teams.id }).from(teams).orderBy(asc(teams.folded), asc(teams.id))
    const seen = rows.filter(({ id }) =>
      question.helping.length > 0 ? (question.named?.includes(id) ?? true) : question.teams.includes(id),
    )
    return seen.map(({ id }) => ({
      value: id,
      question: { ...question, teams: question.teams.filter((one) => one === id), named: [id], everyTeam: false },
    }))
  },
  owner: async (question) => {
    const rows = await db.select({ id: users.id }).from(users).orderBy(asc(users.folded), asc(users.id))
    const asked = ['', ...rows.map(({ id }) => id)].filter((id) => question.assignees?.includes(id) ?? true)
    return asked.map((id) => ({ value: id || null, question: { ...question, assignees: [id] } }))
  },
  touchpoint: async (question) => {
    const rows = await db
      .select({ id: touchpoints.id })
      .from(touchpoints)
      .leftJoin(stages, eq(stages.id, touchpoints.stageId))
      .orderBy(asc(stages.position), asc(touchpoints.position), asc(touchpoints.id))
    const nowhere = { value: null, question: { ...question, rest: and(question.rest, isNull(tickets.touchpointId)) } }
    return [
      ...rows
        .filter(({ id }) => question.touchpoints?.includes(id) ?? true)
        .map(({ id }) => ({ value: id, question: { ...question, touchpoints: [id] } })),
      ...(question.touchpoints ? [] : [nowhere]),
    ]
  },
}

const statusesIn = ({ statuses, open }: Question): TicketStatus[] =>
  ticketStatuses.filter((status) => (statuses ? statuses.includes(status) : open === null || isOpen(status) === open))
