import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { configuration, events } from '@/db/schema'
import {
  acceptInvitation,
  acceptPass,
  createKey,
  createTeam,
  createUser,
  findActorBySession,
  invitePerson,
  isOwnPath,
  keyActor,
  listKeys,
  membersOf,
  openInvitations,
  passByToken,
  people,
  resetLink,
  retireTeam,
  revokeInvitation,
  revokeKey,
  setMembers,
  signIn,
  startSession,
  teams,
  type UserActor,
  updateTeam,
  updateUser,
} from '@/lib/identity'
import { passwordFault } from '@/lib/identity/password'
import { at, found, house, later, secretOf, somebody, visit } from './company'

let boss: UserActor
let ana: UserActor

beforeAll(async () => {
  await found()
  boss = await somebody('boss', 'admin')
  ana = await somebody('ana', 'agent')
})

const tokenOf = (path: string) => path.split('/').at(-1) ?? ''

test('an invitation lets one person in once, with the role and the teams that were meant', async () => {
  const team = await createTeam(boss, { name: 'Logística' }, at)
  const link = await invitePerson(boss, { role: 'lead', teams: [team.id] }, at)
  expect(link.path).toMatch(/^\/invitation\/[\w-]{27}$/)
  const given = { name: 'Lucía Peña', email: 'lucia@casalua.mx', password: secretOf('lucia') }
  const { userId } = await acceptInvitation(tokenOf(link.path), given, later(1))
  const { sid } = await startSession(userId, visit, later(1))
  expect(await findActorBySession(sid, later(1))).toMatchObject({ role: 'lead', teams: [team.id] })
  const again = acceptPass(tokenOf(link.path), { ...given, email: 'other@casalua.mx' }, later(2))
  await expect(again).rejects.toMatchObject({ code: 'pass.used' })
  expect(await openInvitations(boss, later(2))).toEqual([])
})

test('two who use one invitation at once are one person', async () => {
  const { path } = await invitePerson(boss, { role: 'agent', teams: [] }, at)
  const both = await Promise.allSettled(
    ['uno', 'dos'].map((name) =>
      acceptInvitation(tokenOf(path), { name, email: `${name}@casalua.mx`, password: secretOf(name) }, at),
    ),
  )
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an invitation ends after seven days or when it is taken back, and an unknown one is no more than that', async () => {
  const old = await invitePerson(boss, { role: 'agent', teams: [] }, at)
  await expect(passByToken('join', tokenOf(old.path), later(7 * 24 * 60))).rejects.toMatchObject({ code: 'pass.gone' })
  await revokeInvitation(boss, old.id, at)
  await expect(passByToken('join', tokenOf(old.path), at)).rejects.toMatchObject({ code: 'pass.gone' })
  await expect(passByToken('join', 'x'.repeat(27), at)).rejects.toMatchObject({ code: 'pass.unknown' })
})

test('a reset link opens for an hour and ends every session', async () => {
  const eva = await somebody('eva', 'agent')
  const { sid } = await startSession(eva.id, visit, at)
  const first = await resetLink(boss, eva.id, at)
  const second = await resetLink(boss, eva.id, at)
  const given = { name: '', email: '', password: 'la mar estaba serena' }
  await expect(acceptPass(tokenOf(first.path), given, at)).rejects.toMatchObject({ code: 'pass.gone' })
  await acceptPass(tokenOf(second.path), given, later(59))
  expect(await findActorBySession(sid, later(59))).toBeNull()
  const entered = await signIn({ email: 'eva@casalua.mx', password: 'la mar estaba serena', ...visit }, later(60))
  expect(entered.userId).toBe(eva.id)
})

test('what is wrong with a password or an address is said at its field', async () => {
  const input = { name: 'Otra Ana', email: 'ANA@casalua.mx', role: 'agent' as const, teams: [] }
  const taken = createUser(boss, { ...input, password: secretOf('x') }, at)
  await expect(taken).rejects.toMatchObject({ issues: [{ path: 'email', code: 'emailTaken' }] })
  const short = createUser(boss, { ...input, email: 'otra@casalua.mx', password: 'corta' }, at)
  await expect(short).rejects.toMatchObject({ issues: [{ path: 'password', code: 'password.short' }] })
})

test('passwords: length in code points, the common, the repeated and the counted are refused, spaces and any letters are fine', () => {
  expect(passwordFault('🐘🐘🐎🐎🐖🐖🐄🐄🐕🐕🐈', null)).toBe('password.short')
  expect(passwordFault('la mar estaba serena', null)).toBeNull()
  expect(passwordFault('x'.repeat(129), null)).toBe('password.long')
  for (const common of ['password1234', 'Contraseña123', 'bienvenido2026', 'QWERTYUIOP12', 'Password2026!'])
    expect(passwordFault(common, null), common).toBe('password.common')
  for (const obvious of ['abababababab', 'zzzzzzzzzzzzz', 'ghijklmnopqrst'])
    expect(passwordFault(obvious, null), obvious).toBe('password.obvious')
  expect(passwordFault('ana.ruiz.lopez', 'Ana.Ruiz.Lopez@casalua.mx')).toBe('password.obvious')
})

test('the last administrator stays one, even when two would dismiss each other at once', async () => {
  await expect(updateUser(boss, boss.id, { role: 'agent' }, at)).rejects.toMatchObject({ code: 'user.lastAdmin' })
  const second = await somebody('segunda', 'admin')
  const both = await Promise.allSettled([
    updateUser(boss, second.id, { active: false }, at),
    updateUser(second, boss.id, { role: 'viewer' }, at),
  ])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const admins = (await people(house)).filter((one) => one.role === 'admin' && one.active)
  expect(admins).toHaveLength(1)
  if (admins[0]?.id !== boss.id) await updateUser(house, boss.id, { role: 'admin' }, at)
})

test('only administration manages people, keys and teams; a lead the members of their own team', async () => {
  const own = await createTeam(boss, { name: 'Atención' }, at)
  const other = await createTeam(boss, { name: 'Cobranza' }, at)
  const lead = await somebody('lidia', 'lead', [own.id])
  const forbidden = { code: 'identity.forbidden' }
  await expect(invitePerson(lead, { role: 'agent', teams: [] }, at)).rejects.toMatchObject(forbidden)
  await expect(createTeam(lead, { name: 'Mía' }, at)).rejects.toMatchObject(forbidden)
  await expect(createKey(lead, { name: 'k', scopes: ['admin'], rate: 1 }, at)).rejects.toMatchObject(forbidden)
  await setMembers(lead, own.id, [lead.id, ana.id], at)
  expect((await membersOf(own.id)).map((one) => one.name).sort()).toEqual(['ana', 'lidia'])
  await expect(setMembers(lead, other.id, [lead.id], at)).rejects.toMatchObject({ code: 'team.unknown' })
  await expect(setMembers(ana, own.id, [], at)).rejects.toMatchObject(forbidden)
})

test('an agent does not read colleagues’ addresses', async () => {
  const seen = await people(ana)
  expect(seen.filter((one) => one.email !== null).map((one) => one.id)).toEqual([ana.id])
})

test('a team keeps its slug for ever and every change of it is configuration and a fact', async () => {
  const before = (await db.select().from(configuration))[0]?.version ?? 0
  const { id, slug } = await createTeam(boss, { name: 'Atención' }, at)
  expect(slug).toBe('atencion-2')
  await updateTeam(boss, id, { name: 'Servicio' }, at)
  await retireTeam(boss, id, at)
  expect((await db.select().from(configuration))[0]?.version).toBe(before + 3)
  expect((await teams(boss)).map((team) => team.id)).not.toContain(id)
  expect((await teams(boss, { retired: true })).find((team) => team.id === id)).toMatchObject({
    slug,
    name: 'Servicio',
  })
  const facts = await db.select().from(events).where(eq(events.subjectId, id))
  expect(facts.map((one) => one.kind)).toEqual([
    'settings.team_created',
    'settings.team_changed',
    'settings.team_retired',
  ])
})

test('a key opens what its scopes say until it is taken back, and is stored nowhere', async () => {
  const { id, key } = await createKey(boss, { name: 'CRM', scopes: ['responses:write'], rate: 5 }, at)
  expect(key).toMatch(/^lazo_[0-9A-Za-z]{32}$/)
  expect(await keyActor(`Bearer ${key}`, at)).toEqual({ kind: 'key', id, scopes: ['responses:write'], rate: 5 })
  expect(JSON.stringify(await listKeys(boss))).not.toContain(key)
  expect(await keyActor(key.replace(/.$/, '_'), at)).toBeNull()
  await revokeKey(boss, id, at)
  expect(await keyActor(key, at)).toBeNull()
})

test('one comes back only to a path of ours', () => {
  for (const path of ['/', '/tickets/1042?view=mine', '/journeys/cliente#top']) expect(isOwnPath(path), path).toBe(true)
  for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', '', 'tickets', '/a b', null])
    expect(isOwnPath(path), String(path)).toBe(false)
})
