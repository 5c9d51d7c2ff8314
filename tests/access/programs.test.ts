import { beforeAll, expect, test } from 'vitest'
import { createKey, revokeKey } from '@/lib/identity'
import { type Scope, scopes } from '@/lib/identity/shared'
import { now } from '@/lib/kit/clock'
import { ask, program, resourceAt } from '../api/program'
import { type Scene, setScene, type Things } from './scene'
import { programs } from './table'

let scene: Scene
let revoked: string
beforeAll(async () => {
  scene = await setScene()
  const made = await createKey(scene.world.admin, { name: 'ended', scopes: ['admin'], rate: 0 }, now())
  await revokeKey(scene.world.admin, made.id, now())
  revoked = made.key
})

for (const line of programs) {
  test(line.at, async () => {
    const [method = '', pattern = ''] = line.at.split(' ')
    const call = (things: Things) => [method, line.path?.(things) ?? pattern, line.body?.(things)] as const
    const scope = resourceAt(method, pattern)?.scope
    const own = await scene.things('own')

    expect((await ask(...call(own))).status, 'without a key').toBe(401)
    expect((await ask(...call(own), { authorization: `Bearer ${revoked}` })).status, 'with an ended key').toBe(401)
    const others = scopes.filter((other) => other !== scope && other !== 'admin') as Scope[]
    const stranger = await program(scene.world.admin, others)
    expect((await stranger(...call(own))).status, 'with every other scope').toBe(403)

    const friend = await program(scene.world.admin, [scope ?? 'admin'])
    if (pattern.includes('{')) {
      expect((await friend(...call(await scene.things('missing')))).status, 'what is not there').toBe(404)
    }
    expect((await friend(...call(await scene.things('foreign')))).status, "another team's").toBe(line.status)
    expect((await friend(...call(own))).status, 'with its scope').toBe(line.status)
  })
}
