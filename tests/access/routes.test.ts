import { beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/db'
import { events } from '@/db/schema'
import { type Scene, setScene } from './scene'
import { asked, type Outcome, outcomeOf, type PageLine, pages, people } from './table'

const request = vi.hoisted(() => ({ cookie: '' }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie: request.cookie }) }))
vi.mock('react', async (real) => ({ ...(await real<object>()), cache: <T>(run: T) => run }))

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})

// The desk's own routes are functions of a request, so they are tried here; pages need a server, and e2e has one.
for (const line of pages.filter(({ file }) => /^app\/\(desk\)\/.*route\.ts$/.test(file))) {
  test(line.file.slice(4), async () => {
    const { method = 'GET' } = line
    const route = ((await import(/* @vite-ignore */ `../../${line.file}`)) as Record<string, Handler>)[method]
    if (!route) throw new Error(`no ${method}`)
    const entries = await scene.enter()
    const things = await scene.refused()
    const found: Record<string, Outcome> = {}
    const wanted: Record<string, Outcome> = {}
    for (const person of people) {
      for (const which of asked[line.names]) {
        const cell = `${person} ${which}`
        wanted[cell] = outcomeOf(line.who[person], person, which)
        request.cookie = entries[person].cookie
        const before = await db.$count(events)
        found[cell] = await tried(route, line, line.url(things[which]))
        if (method === 'GET') expect(await db.$count(events), `${cell} changed something`).toBe(before)
      }
    }
    expect(found).toEqual(wanted)
  })
}

async function tried(route: Handler, { file, method }: PageLine, url: string): Promise<Outcome> {
  const upload = new FormData()
  upload.set('survey', 'nps')
  upload.set('file', new Blob(['NPS\n9\n']), 'a.csv')
  const sent = new Request(`http://lazo.test${url}`, {
    headers: { accept: 'application/json' },
    ...(method === 'POST' && { method, body: upload }),
  })
  const status = await route(sent, { params: Promise.resolve(paramsOf(file, url)) }).then(
    (response) => response.status,
    (error: { digest?: string }) => (error.digest?.endsWith(';404') ? 404 : Promise.reject(error)),
  )
  const isDoor = status === 401 || status === 303
  if (isDoor) return 'in'
  if (status === 403) return 'no'
  return status === 404 ? 'missing' : 'yes'
}

function paramsOf(file: string, url: string): Record<string, string> {
  const names = file.split('/').slice(2, -1)
  const parts = url.split('?')[0]?.split('/').slice(1) ?? []
  return Object.fromEntries(
    names.flatMap((name, at) => (name.startsWith('[') ? [[name.slice(1, -1), parts[at] ?? '']] : [])),
  )
}
