import { execFileSync } from 'node:child_process'
import type { Things } from '../../tests/access/scene'
import type { Person, Whose } from '../../tests/access/words'
import { type House, house } from './house'

/** Everybody of the table of rights, signed in as far as they are, and what there is to ask for. */
export type Scene = { entries: Record<Person, { cookie: string }>; things: Record<Whose, Things> }

/** A house with the company of the table of rights in it, not started yet. */
export function companyOfTheTable(): { place: House; scene: Scene } {
  const place = house(false, { LAZO_SECRET: 'a secret that only this test knows, 0123456789' })
  const told = execFileSync(process.execPath, ['--import', 'tsx', 'e2e/support/scene.ts'], {
    env: { ...process.env, ...place.variables },
    encoding: 'utf8',
  })
  return { place, scene: JSON.parse(told) as Scene }
}
