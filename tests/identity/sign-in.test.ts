import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { sessions, throttles } from '@/db/schema'
import {
  changePassword,
  endAllSessions,
  endSession,
  endSessionById,
  findActorBySession,
  listSessions,
  sealSession,
  sessionIdOf,
  signIn,
  startSession,
  type UserActor,
  updateUser,
} from '@/lib/identity'
import { at, found, house, later, secretOf, somebody, visit } from './company'

let ana: UserActor
let boss: UserActor

beforeAll(async () => {
  await found()
  boss = await somebody('boss', 'admin')
  ana = await somebody('ana', 'agent')
})

const enter = (name: string, now = at, address = visit.address) =>
  signIn({ email: `${name}@CasaLua.mx `, password: secretOf(name), address, agent: 'Firefox' }, now)
const fail = (name: string, now = at, address = visit.address) =>
  signIn({ email: `${name}@casalua.mx`, password: 'not what it is', address, agent: null }, now)

test('the right password opens a session, whatever the case of the address', async () => {
  const { sid, userId } = await enter('ana')
  expect(userId).toBe(ana.id)
  expect(await findActorBySession(sid, at)).toMatchObject({ id: ana.id, role: 'agent', locale: 'es', teams: [] })
  expect(await db.select().from(sessions).where(eq(sessions.sidHash, sid))).toEqual([])
})

test('a wrong password and an unknown person are refused with the same words', async () => {
  await expect(fail('ana')).rejects.toMatchObject({ code: 'identity.credentials', facts: {} })
  await expect(fail('nobody')).rejects.toMatchObject({ code: 'identity.credentials', facts: {} })
})

test('after ten failures of an account even the right password waits, and a quarter of an hour later it opens', async () => {
  await somebody('rita', 'agent')
  for (let n = 0; n < 10; n++) await expect(fail('rita', at, `203.0.113.${n}`)).rejects.toBeTruthy()
  const refusal = { code: 'identity.throttled', facts: { retryAfter: 900 } }
  await expect(enter('rita', at, '203.0.113.99')).rejects.toMatchObject(refusal)
  expect((await enter('rita', later(16), '203.0.113.99')).sid).toHaveLength(27)
})

test('who has been here before is not locked out by somebody elsewhere', async () => {
  await somebody('olga', 'agent')
  await enter('olga', at, '192.0.2.1')
  for (let n = 0; n < 12; n++) await expect(fail('olga', at, `203.0.113.${100 + n}`)).rejects.toBeTruthy()
  expect((await enter('olga', at, '192.0.2.1')).sid).toBeTruthy()
})

test('thirty failures from one network stop every account there, an IPv6 network counts as one', async () => {
  for (let n = 0; n < 30; n++) await expect(fail(`guess${n}`, at, `2001:db8::${n}`)).rejects.toBeTruthy()
  const refusal = { code: 'identity.throttled' }
  await expect(fail('guess99', at, '2001:db8:0:0:ffff::1')).rejects.toMatchObject(refusal)
  await expect(fail('guess99', at, '2001:db8:0:1::1')).rejects.toMatchObject({ code: 'identity.credentials' })
})

test('a burst of attempts is counted before the passwords are looked at', async () => {
  const burst = await Promise.allSettled(Array.from({ length: 40 }, () => fail('boss', at, '203.0.113.250')))
  const codes = burst.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'))
  expect(codes.filter((code) => code === 'identity.credentials').length).toBe(10)
  expect(codes.filter((code) => code === 'identity.throttled').length).toBe(30)
})

test('success forgets the failures of the account', async () => {
  await somebody('sara', 'agent')
  await expect(fail('sara', at, '192.0.2.50')).rejects.toBeTruthy()
  await enter('sara', at, '192.0.2.50')
  const left = await db.select().from(throttles).where(eq(throttles.key, 'signin:address:192.0.2.50'))
  expect(left).toMatchObject([{ count: 1 }])
})

test('a session ends after eight idle hours, and after seven days however busy', async () => {
  const { sid } = await startSession(ana.id, visit, at)
  expect(await findActorBySession(sid, later(7 * 60 + 59))).not.toBeNull()
  expect(await findActorBySession(sid, later(15 * 60))).not.toBeNull()
  expect(await findActorBySession(sid, later(23 * 60 + 1))).toBeNull()
  const busy = await startSession(ana.id, visit, at)
  for (let hour = 7; hour < 168; hour += 7) expect(await findActorBySession(busy.sid, later(hour * 60))).not.toBeNull()
  expect(await findActorBySession(busy.sid, later(168 * 60))).toBeNull()
})

test('the eleventh session ends the oldest', async () => {
  const luis = await somebody('luis', 'agent')
  const all = []
  for (let n = 0; n < 11; n++) all.push(await startSession(luis.id, visit, later(n)))
  expect(await findActorBySession(all[0]?.sid ?? '', later(11))).toBeNull()
  expect(await findActorBySession(all[1]?.sid ?? '', later(11))).not.toBeNull()
  expect(await listSessions(luis, all[10]?.sid ?? null, later(11))).toHaveLength(10)
})

test('a copied session is worth nothing after signing out', async () => {
  const { sid } = await enter('sara', later(60))
  await endSession(sid, later(61))
  expect(await findActorBySession(sid, later(61))).toBeNull()
})

test('one may end a session of one’s own by its id, nobody else’s', async () => {
  const { sid } = await startSession(ana.id, visit, at)
  const [shown] = (await listSessions(ana, sid, at)).filter((one) => one.current)
  await expect(endSessionById(boss, shown?.id ?? '', at)).rejects.toMatchObject({ code: 'session.unknown' })
  await endSessionById(ana, shown?.id ?? '', at)
  expect(await findActorBySession(sid, at)).toBeNull()
})

test('a new password ends every session but the one it opens', async () => {
  const eva = await somebody('eva', 'agent')
  const old = await startSession(eva.id, visit, at)
  const wrong = changePassword(eva, { current: 'no', password: 'tres tigres comen trigo', ...visit }, at)
  await expect(wrong).rejects.toMatchObject({ issues: [{ path: 'current' }] })
  const given = { current: secretOf('eva'), password: 'tres tigres comen trigo', ...visit }
  const { sid } = await changePassword(eva, given, at)
  expect(await findActorBySession(old.sid, at)).toBeNull()
  expect(await findActorBySession(sid, at)).not.toBeNull()
})

test('a new role and being shut out end the sessions at once', async () => {
  const iris = await somebody('iris', 'agent')
  const first = await startSession(iris.id, visit, at)
  await updateUser(house, iris.id, { role: 'viewer' }, at)
  expect(await findActorBySession(first.sid, at)).toBeNull()
  const second = await startSession(iris.id, visit, at)
  await updateUser(house, iris.id, { active: false }, at)
  expect(await findActorBySession(second.sid, at)).toBeNull()
  await expect(enter('iris')).rejects.toMatchObject({ code: 'identity.credentials' })
})

test('logging out everywhere is everywhere', async () => {
  const one = await startSession(ana.id, visit, at)
  const two = await startSession(ana.id, visit, at)
  await endAllSessions(ana, at)
  expect(await findActorBySession(one.sid, at)).toBeNull()
  expect(await findActorBySession(two.sid, at)).toBeNull()
})

test('the cookie gives the session’s id back to nobody but us', async () => {
  const cookie = await sealSession({ sid: 'the-sid', userId: ana.id })
  expect(await sessionIdOf(`a=b; lazo-session=${cookie}; c=d`)).toBe('the-sid')
  expect(await sessionIdOf(`lazo-session=${cookie.slice(0, -4)}abcd`)).toBeNull()
  expect(await sessionIdOf('lazo-session=eyJhbGciOiJub25lIn0..')).toBeNull()
  expect(await sessionIdOf('')).toBeNull()
})
