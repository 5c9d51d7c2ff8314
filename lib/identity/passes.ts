import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { atomically, db, frozen, must, type Tx } from '@/db'
import { passes, users } from '@/db/schema'
import { record } from '@/lib/events'
import { after, days, minutes } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { randomToken, sha256 } from '@/lib/kit/seal'
import { emailKey } from '@/lib/kit/text'
import { organization } from './organization'
import { join, knownTeams, takenAt } from './people'
import { acceptablePassword, insertUser, newPerson, refuseField } from './person'
import { revokeSessions } from './sessions'
import { type AcceptInput, type Actor, authorOf, demand, type InviteInput } from './shared'

export type Pass = typeof passes.$inferSelect
export type PassLink = { id: string; path: string; expiresAt: Date }

export const joinLife = days(7)
export const resetLife = minutes(60)
const insertPass = frozen(passes)

/** A link that lets one person in within 7 days, once: `/invitation/…`, to be handed over by whoever invites. Refuses `input.invalid` at `email` when that person is here. */
export async function invitePerson(actor: Actor, input: InviteInput, now: Date): Promise<PassLink> {
  demand(actor, 'people.manage')
  const teams = await knownTeams(input.teams)
  const key = input.email ? emailKey(input.email) : null
  if (key && (await db.$count(users, eq(users.emailKey, key))) > 0) refuseField('email', 'emailTaken')
  const { token, row } = newPass({ kind: 'join', role: input.role, teams, userId: null }, actor, joinLife, now)
  const pass = { ...row, email: input.email ?? null, name: input.name ?? null }
  await atomically(() => [
    insertPass(pass),
    ...record(
      [
        {
          kind: 'user.invited',
          subject: { kind: 'user', id: pass.id },
          actor: authorOf(actor),
          payload: { role: input.role, teams },
        },
      ],
      now,
    ),
  ])
  return { id: pass.id, path: `/invitation/${token}`, expiresAt: pass.expiresAt }
}

/** A link with which a person chooses a new password within 60 minutes, once: `/reset/…`. Earlier ones end. */
export async function resetLink(actor: Actor, userId: string, now: Date): Promise<PassLink> {
  demand(actor, 'people.manage')
  const [user] = await db.select({ active: users.active }).from(users).where(eq(users.id, userId))
  if (!user?.active) refuse('user.unknown')
  const { token, row } = newPass({ kind: 'reset', role: null, teams: [], userId }, actor, resetLife, now)
  await atomically((tx) => [
    tx
      .update(passes)
      .set({ revokedAt: now })
      .where(and(eq(passes.userId, userId), isNull(passes.usedAt), isNull(passes.revokedAt))),
    insertPass(row),
    ...record([{ kind: 'user.reset_requested', subject: { kind: 'user', id: userId }, actor: authorOf(actor) }], now),
  ])
  return { id: row.id, path: `/reset/${token}`, expiresAt: row.expiresAt }
}

/** The pass that a link opens; refuses `pass.unknown`, `pass.used`, `pass.gone` (too old or taken back). */
export async function passByToken(kind: Pass['kind'], token: string, now: Date): Promise<Pass> {
  const [pass] = await db
    .select()
    .from(passes)
    .where(and(eq(passes.tokenHash, sha256(token)), eq(passes.kind, kind)))
  if (!pass) return refuse('pass.unknown')
  if (pass.usedAt) return refuse('pass.used')
  if (pass.revokedAt || pass.expiresAt <= now) return refuse('pass.gone')
  return pass
}

/** Uses an invitation: the person exists, with the role and teams that were meant for them. Refuses as `passByToken`, and `input.invalid` at the field. */
export async function acceptInvitation(token: string, input: AcceptInput, now: Date): Promise<{ userId: string }> {
  const pass = await passByToken('join', token, now)
  const house = (await organization()) ?? refuse('organization.unknown')
  const { name, email } = input
  const passwordHash = await acceptablePassword(input.password, email)
  const id = newId('user')
  const role = pass.role ?? 'viewer'
  const { timeZone } = house
  const locale = input.locale ?? house.locale
  // A team retired since must not keep the person out.
  const teams = (await Promise.all(pass.teams.map((team) => knownTeams([team]).catch(() => [])))).flat()
  await takenAt('email', () =>
    atomically((tx) => [
      must(use(tx, pass.id, now), () => new Refusal('pass.used')),
      insertUser(newPerson({ id, name, email, role, locale, timeZone, passwordHash }, now)),
      ...join(id, teams, now),
      ...record(
        [
          {
            kind: 'user.created',
            subject: { kind: 'user', id },
            actor: { kind: 'user', id },
            payload: { role, teams, invitation: pass.id, invitedBy: pass.invitedBy },
          },
        ],
        now,
      ),
    ]),
  )
  return { userId: id }
}

/** Uses a reset link: the new password holds and every session ended. */
export async function acceptReset(token: string, password: string, now: Date): Promise<{ userId: string }> {
  const pass = await passByToken('reset', token, now)
  const [user] = await db
    .select()
    .from(users)
    .where(eq(users.id, pass.userId ?? ''))
  if (!user?.active) return refuse('pass.gone')
  const passwordHash = await acceptablePassword(password, user.email)
  await atomically((tx) => [
    must(use(tx, pass.id, now), () => new Refusal('pass.used')),
    tx
      .update(users)
      .set({ passwordHash, version: user.version + 1 })
      .where(eq(users.id, user.id)),
    revokeSessions(tx, [user.id], now),
    ...record(
      [
        {
          kind: 'user.password_changed',
          subject: { kind: 'user', id: user.id },
          actor: { kind: 'user', id: user.id },
          payload: { reset: pass.id },
        },
      ],
      now,
    ),
  ])
  return { userId: user.id }
}

/** Either kind of link, by its token: the person who comes in. */
export async function acceptPass(token: string, input: AcceptInput, now: Date): Promise<{ userId: string }> {
  const [pass] = await db
    .select({ kind: passes.kind })
    .from(passes)
    .where(eq(passes.tokenHash, sha256(token)))
  return pass?.kind === 'reset' ? acceptReset(token, input.password, now) : acceptInvitation(token, input, now)
}

/** Invitations that still open the door, newest first. */
export const openInvitations = (actor: Actor, now: Date): Promise<Pass[]> => {
  demand(actor, 'people.manage')
  return db
    .select()
    .from(passes)
    .where(and(eq(passes.kind, 'join'), isNull(passes.usedAt), isNull(passes.revokedAt), gt(passes.expiresAt, now)))
    .orderBy(desc(passes.id))
}

/** Takes an invitation back; refuses `pass.unknown` when it was used, taken back or never was. */
export async function revokeInvitation(actor: Actor, id: string, now: Date): Promise<void> {
  demand(actor, 'people.manage')
  await atomically((tx) => [
    must(
      tx
        .update(passes)
        .set({ revokedAt: now })
        .where(and(eq(passes.id, id), isNull(passes.usedAt), isNull(passes.revokedAt))),
      () => new Refusal('pass.unknown'),
    ),
  ])
}

const use = (tx: Tx, id: string, now: Date) =>
  tx
    .update(passes)
    .set({ usedAt: now })
    .where(and(eq(passes.id, id), isNull(passes.usedAt), isNull(passes.revokedAt)))

function newPass(its: Pick<Pass, 'kind' | 'role' | 'teams' | 'userId'>, actor: Actor, life: number, now: Date) {
  const token = randomToken()
  const row: Pass = {
    id: newId('pass'),
    ...its,
    tokenHash: sha256(token),
    email: null,
    name: null,
    invitedBy: actor.id,
    createdAt: now,
    expiresAt: after(now, life),
    usedAt: null,
    revokedAt: null,
  }
  return { token, row }
}
