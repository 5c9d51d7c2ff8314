import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { deeds, mayMove } from '@/app/_ui/deeds'
import { atomically } from '@/db'
import { users } from '@/db/schema'
import { preferencesOf, savePreferences } from '@/lib/desk'
import { deskKeys, PreferencesPatch, reservedKeys } from '@/lib/desk/shared'
import { foundWorld, friday, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const save = (patch: object) => savePreferences(world.agent, PreferencesPatch.parse(patch), friday)

test('what a person never chose is as delivered; what they change stays beside the rest', async () => {
  expect(await preferencesOf(world.agent)).toMatchObject({
    shortcuts: 'on',
    density: 'comfortable',
    undoSeconds: 10,
    keys: {},
  })
  await save({ density: 'compact' })
  await save({ undoSeconds: 30, keys: { reply: 'q' } })
  expect(await preferencesOf(world.agent)).toMatchObject({ density: 'compact', undoSeconds: 30, keys: { reply: 'q' } })
  expect(await preferencesOf(world.lead)).toMatchObject({ density: 'comfortable', undoSeconds: 10 })
})

test('single keys can be turned off, or asked to come with Ctrl', async () => {
  await save({ shortcuts: 'modifier' })
  expect((await preferencesOf(world.agent)).shortcuts).toBe('modifier')
  expect(PreferencesPatch.safeParse({ shortcuts: 'sometimes' }).success).toBe(false)
  expect(PreferencesPatch.safeParse({ undoSeconds: 4 }).success).toBe(false)
  expect(PreferencesPatch.safeParse({ undoSeconds: 31 }).success).toBe(false)
})

test.each([
  [{ reply: 'a' }, 'keys.reply', 'keyTaken'],
  [{ reply: '?' }, 'keys.reply', 'keyReserved'],
  [{ reply: 'escape' }, 'keys.reply', 'keyReserved'],
  [{ reply: 'g' }, 'keys.reply', 'keyReserved'],
  [{ reply: 'hola' }, 'keys.reply', 'keyWrong'],
])('a key that is %j is refused', async (keys, path, code) => {
  await expect(save({ keys })).rejects.toMatchObject({ code: 'input.invalid', issues: [{ path, code }] })
})

test('two deeds may change keys with one another', async () => {
  await save({ keys: { reply: 'n', note: 'r' } })
  expect((await preferencesOf(world.agent)).keys).toEqual({ reply: 'n', note: 'r' })
})

test('what an older program kept does no harm', async () => {
  await atomically((tx) => [
    tx
      .update(users)
      .set({ preferences: { density: 'huge' } })
      .where(eq(users.id, world.agent.id)),
  ])
  expect(await preferencesOf(world.agent)).toMatchObject({ density: 'comfortable' })
})

test('the keys that are checked are the keys that the desk has', () => {
  const movable = Object.entries(deeds).filter(([name]) => mayMove(name as keyof typeof deeds))
  expect(Object.fromEntries(movable.map(([name, { keys }]) => [name, keys]))).toEqual(deskKeys)
  const fixed = Object.entries(deeds).filter(([name]) => !mayMove(name as keyof typeof deeds))
  const first = new Set(fixed.map(([, { keys }]) => keys.split(' ')[0] ?? ''))
  expect([...first].filter((key) => !reservedKeys.includes(key))).toEqual([])
})
