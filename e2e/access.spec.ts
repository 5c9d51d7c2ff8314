import { expect, test } from '@playwright/test'
import type { Running } from '@/lib/cli/bench/server'
import { type PageLine, pages } from '../tests/access/pages'
import { asked, outcomeOf, pageStatus, people } from '../tests/access/words'
import { companyOfTheTable, type Scene } from './support/company'
import type { House } from './support/house'

let place: House
let server: Running
let scene: Scene

test.beforeAll(async () => {
  const company = companyOfTheTable()
  place = company.place
  scene = company.scene
  server = await place.start()
})
test.afterAll(async () => {
  await server.kill()
  place.remove()
})

const cellsOf = (line: PageLine) => people.flatMap((person) => asked[line.names].map((which) => ({ person, which })))

for (const line of pages.filter(({ method }) => method !== 'POST')) {
  test(`${line.file.slice(4)} answers each role as the table says`, async () => {
    const found: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const { person, which } of cellsOf(line)) {
      const outcome = outcomeOf(line.who[person], person, which)
      const answer = await fetch(server.url + line.url(scene.things[which]), {
        redirect: 'manual',
        headers: { cookie: scene.entries[person].cookie, accept: 'text/html' },
      })
      // A stream would never come to its end.
      await answer.body?.cancel()
      const cell = `${person} ${which}`
      // A route of data says in its own words that one must sign in first.
      const status = outcome === 'in' && [401, 303].includes(answer.status) ? 307 : answer.status
      found[cell] = String(status === 303 ? 307 : status)
      wanted[cell] = String(pageStatus[outcome])
      if (outcome === 'in' && answer.status === 307) expect(answer.headers.get('location'), cell).toContain('/sign-in')
    }
    expect(found).toEqual(wanted)
  })
}
