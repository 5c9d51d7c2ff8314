'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import {
  createTeam,
  localeOf,
  organization,
  restoreTeam,
  retireTeam,
  setMembers,
  TeamInput,
  updateTeam,
} from '@/lib/identity'
import { otherOf } from '../_parts/words'

const One = z.object({ id: z.string().max(64) })

// The second name is in the language that the organization does not speak.
async function namesOf(nameOther: string | undefined): Promise<Record<string, string>> {
  const house = await organization()
  return nameOther ? { [otherOf(localeOf(house?.locale ?? 'es'))]: nameOther } : {}
}

/** A new team; goes to its page. */
export const addTeam = answering(
  action(TeamInput, async (actor, input, now) =>
    createTeam(actor, { ...input, names: await namesOf(input.nameOther) }, now),
  ),
  ({ slug }) => ({ go: `/settings/teams/${slug}` }),
)

/** Name and hours of a team. */
export const saveTeam = answering(
  action(TeamInput.extend(One.shape), async (actor, { id, name, nameOther, calendarId }, now) =>
    updateTeam(actor, id, { name, names: await namesOf(nameOther), ...(calendarId && { calendarId }) }, now),
  ),
)

const Members = One.extend({ members: z.array(z.string().max(64)).default([]) })

/** Who is in a team. */
export const saveMembers = answering(
  action(Members, (actor, { id, members }, now) => setMembers(actor, id, members, now)),
)

const Standing = One.extend({ retired: z.enum(['yes', 'no']) })

/** Retires a team or takes it back. */
export const setStanding = answering(
  action(Standing, (actor, { id, retired }, now) =>
    retired === 'yes' ? retireTeam(actor, id, now) : restoreTeam(actor, id, now),
  ),
)
