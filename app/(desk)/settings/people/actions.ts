'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { InviteInput, invitePerson, resetLink, revokeInvitation, UserPatch, updateUser } from '@/lib/identity'
import { env } from '@/lib/kit/env'

const link = ({ path }: { path: string }) => ({ made: `${env().baseUrl}${path}` })
const One = z.object({ id: z.string().max(64) })

/** A link that lets one person in; shown once. */
export const invite = answering(
  action(InviteInput, (actor, input, now) => invitePerson(actor, input, now)),
  link,
)

export const takeBack = answering(action(One, (actor, { id }, now) => revokeInvitation(actor, id, now)))

const Change = One.extend(UserPatch.pick({ name: true, email: true, role: true, teams: true }).shape)

/** Name, role and teams of somebody. */
export const savePerson = answering(
  action(Change, (actor, { id, teams, ...patch }, now) => updateUser(actor, id, { ...patch, teams: teams ?? [] }, now)),
)

const Access = One.extend({ active: z.enum(['yes', 'no']).transform((word) => word === 'yes') })

/** Whether somebody may come in at all. */
export const setAccess = answering(
  action(Access, (actor, { id, active }, now) => updateUser(actor, id, { active }, now)),
)

/** A link with which somebody chooses a new password; shown once. */
export const makeResetLink = answering(
  action(One, (actor, { id }, now) => resetLink(actor, id, now)),
  link,
)
