import { execFile, spawn } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { closeDatabase, db } from '@/db'
import { memberships, users } from '@/db/schema'
import { bulkRun, startBulk, viewCounts } from '@/lib/desk'
import type { UserActor } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { surroundings } from '@/lib/kit/env'
import { assign, idsOf } from '@/lib/tickets'
import { pageMs, rounded, signIn } from './desk'
import type { Running } from './server'
import { rounds, spent, type Times, timesOf } from './times'

type Bulk = { tickets: number; changed: number; seconds: number; perSecond: number }

/** Milliseconds that the median must keep. */
const budgets = { queue: 100, filtered: 100, grouped: 100, search: 300, ticket: 150, assign: 50, counts: 50 }
const bulkSize = 5_000
const longestRun = 120_000

/** What an agent waits for at the desk of a full house: pages whole over HTTP, deeds and counts as commands; each with its budget. */
export async function measureDesk(server: Running, folder: string, variables: Record<string, string>) {
  const cookie = await signIn(server.url)
  const list = await (await fetch(`${server.url}/tickets?view=open`, { headers: { cookie } })).text()
  const ticket = /\/tickets\/\d+/.exec(list)?.[0] ?? '/tickets'
  const file = new Database(join(folder, 'lazo.db'), { readonly: true })
  const place = String(file.prepare('select slug from touchpoints order by id limit 1').pluck().get())
  file.close()
  const asked = (q: string) => `/tickets?view=all&q=${encodeURIComponent(q)}`
  const pages = {
    queue: await timesOf(() => pageMs(`${server.url}/tickets?view=open`, cookie)),
    filtered: await timesOf(() => pageMs(server.url + asked(`score:<=6 touchpoint:${place} owner:me`), cookie)),
    grouped: await timesOf(() => pageMs(`${server.url}/tickets?view=open&group=touchpoint`, cookie)),
    search: await timesOf(() => pageMs(server.url + asked('armador'), cookie)),
    ticket: await timesOf(() => pageMs(server.url + ticket, cookie)),
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/bench.mjs', '--desk', String(bulkSize)], {
    env: surroundings({ ...variables, DATA_DIR: folder }),
  })
  const work = JSON.parse(stdout) as { assign: Times; counts: Times; bulk: Bulk }
  const { bulk, ...deeds } = work
  const times: Record<string, Times> = { ...pages, ...deeds }
  const measured = Object.entries(budgets).map(([name, budgetMs]) => [name, { ...times[name], budgetMs }] as const)
  return {
    ...Object.fromEntries(measured),
    bulk,
    load: rounded(loadavg()[0] ?? 0),
    withinBudget: measured.every(([, its]) => (its.p50Ms ?? Number.POSITIVE_INFINITY) <= its.budgetMs),
  }
}

/** The part that is done in a process of its own on the database: assigning, counting, and one change of many tickets. */
export async function deskWork(size: number): Promise<void> {
  const actor = await somebody()
  const { ids } = await idsOf(actor, { view: 'unassigned', limit: rounds + 5 }, now())
  const counts = await timesOf(() => spent(() => viewCounts(actor, now())))
  let next = 0
  const assigned = await timesOf(() => spent(() => assign(actor, ids[next++] ?? '', { assignee: actor.id }, now())))
  const bulk = await bulkOf(actor, size)
  process.stdout.write(JSON.stringify({ assign: assigned, counts, bulk }))
  await closeDatabase()
}

async function somebody(): Promise<UserActor> {
  const [user] = await db.select().from(users).limit(1)
  if (!user) throw new Error('nobody is there')
  const teams = (await db.select({ id: memberships.teamId }).from(memberships)).map(({ id }) => id)
  return { kind: 'user', id: user.id, name: user.name, role: user.role, teams, locale: 'es', timeZone: user.timeZone }
}

// From asking for it to the last ticket, with a worker as it runs beside a server.
async function bulkOf(actor: UserActor, size: number): Promise<Bulk> {
  const chosen: { id: string }[] = []
  for (let cursor: string | undefined; chosen.length < size; ) {
    const page = await idsOf(actor, { view: 'unassigned', sort: 'oldest', limit: 500, cursor }, now())
    chosen.push(...page.ids.map((id) => ({ id })))
    cursor = page.nextCursor ?? undefined
    if (!cursor) break
  }
  const worker = spawn(process.execPath, ['dist/lazo.mjs', 'worker'], { env: surroundings({}), stdio: 'ignore' })
  try {
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const began = performance.now()
    const change = { kind: 'priority', value: 'urgent' } as const
    const { id, total } = await startBulk(actor, { change, tickets: chosen.slice(0, size) }, now())
    let run = await bulkRun(actor, id)
    while ((run.state === 'waiting' || run.state === 'running') && performance.now() - began < longestRun) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      run = await bulkRun(actor, id)
    }
    const seconds = (performance.now() - began) / 1000
    return {
      tickets: total,
      changed: run.changed,
      seconds: rounded(seconds),
      perSecond: rounded(run.changed / seconds),
    }
  } finally {
    worker.kill('SIGTERM')
  }
}
