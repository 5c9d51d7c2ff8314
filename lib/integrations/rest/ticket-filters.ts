import { z } from 'zod'
import { type KeyActor, people, teams } from '@/lib/identity'
import { touchpointsBySlug } from '@/lib/journeys'
import { type FieldIssue, refuse } from '@/lib/kit/refusal'
import type { QueueFilters } from '@/lib/tickets'
import { openStatuses, priorities, ticketStatuses } from '@/lib/tickets/shared'
import { Flag } from './shapes'

const split = (text: string) => text.split(',').map((part) => part.trim())
const listOf = <T extends z.ZodType<string, string>>(item: T) =>
  z.string().max(2_000).transform(split).pipe(z.array(item).min(1).max(50))

/** The filters of the ticket list, as an address carries them. */
export const ticketFilters = {
  status: listOf(z.enum([...ticketStatuses, 'open']))
    .describe('statuses, or open for the first five')
    .optional(),
  team: listOf(z.string().min(1)).describe('slugs').optional(),
  touchpoint: listOf(z.string().min(1)).describe('slugs').optional(),
  assignee: listOf(z.string().min(1)).describe('ids or e-mails of people, or none').optional(),
  priority: listOf(z.enum(priorities)).optional(),
  overdue: Flag.optional(),
  q: z.string().min(1).max(200).describe('words of comment, customer or messages, or a number').optional(),
}
const Given = z.object(ticketFilters)

/** The same as the tickets' room asks for them. Refuses `input.invalid` for a team, touchpoint or person that is not there. */
export async function checkedFilters(actor: KeyActor, given: z.output<typeof Given>): Promise<QueueFilters> {
  const issues = await unknownNames(actor, given)
  if (issues.length > 0) refuse('input.invalid', {}, issues)
  const { status, ...rest } = given
  return {
    ...rest,
    status: status && [...new Set(status.flatMap((one) => (one === 'open' ? openStatuses : [one])))],
  }
}

async function unknownNames(actor: KeyActor, given: z.output<typeof Given>): Promise<FieldIssue[]> {
  const known = {
    team: async () => (await teams(actor, { retired: true })).flatMap(({ id, slug }) => [id, slug]),
    touchpoint: async () =>
      [...(await touchpointsBySlug({ retired: true })).values()].flatMap(({ id, slug }) => [id, slug]),
    assignee: async () => [
      'none',
      ...(await people(actor)).flatMap(({ id, email }) => [id, email?.toLowerCase() ?? '']),
    ],
  }
  const issues = await Promise.all(
    (['team', 'touchpoint', 'assignee'] as const).map(async (field) => {
      const names = given[field]
      if (!names) return []
      const there = new Set(await known[field]())
      return names
        .filter((name) => !there.has(name) && !there.has(name.toLowerCase()))
        .map((name) => ({ path: `query.${field}`, code: `${field}.unknown`, message: `${name} is unknown` }))
    }),
  )
  return issues.flat()
}
