import Database from 'better-sqlite3'
import { beforeAll, expect, test, vi } from 'vitest'
import { engine } from '@/db'
import { env } from '@/lib/kit/env'
import { idsOf } from '@/lib/tickets'
import { parseQuery, views } from '@/lib/tickets/shared'
import { now, setTickets } from './question-scene'
import { manager, mariana } from './world'

// What is asked of the file, as it is asked: the engine's own plan is read, without statistics as in a new house.
const asked: string[] = vi.hoisted(() => [])
vi.mock('better-sqlite3', async (real) => {
  const Real = ((await real()) as { default: typeof Database }).default
  return {
    default: class extends Real {
      constructor(...given: ConstructorParameters<typeof Database>) {
        super(...given)
        const own = this.prepare.bind(this)
        this.prepare = ((sql: string) => {
          asked.push(sql)
          return own(sql)
        }) as typeof this.prepare
      }
    } as unknown as typeof Database,
  }
})

beforeAll(setTickets)

async function plansOf(run: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0
  await run()
  const file = new Database(`${env().dataDir}/lazo.db`, { readonly: true })
  const lists = asked.filter((sql) => /part_0/.test(sql) && !/explain/i.test(sql))
  const lines = lists.flatMap((sql) =>
    (file.prepare(`explain query plan ${sql}`).all(...valuesFor(sql)) as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  )
  file.close()
  return lines
}

// A plan does not depend on what is bound.
const valuesFor = (sql: string): unknown[] => Array.from({ length: sql.split('?').length - 1 }, () => 1)

const walks = (lines: string[]) =>
  lines.filter((line) => /\btickets\b/.test(line) && !/USING (COVERING )?INDEX|USING INTEGER PRIMARY KEY/.test(line))
test.runIf(engine === 'sqlite').each(views)('%s is read from indexes in their order', async (view) => {
  for (const actor of [manager, mariana]) {
    const lines = await plansOf(() => idsOf(actor, { view }, now))
    expect(walks(lines), view).toEqual([])
  }
})

const indexesOf = (lines: string[]): string =>
  [...new Set(lines.flatMap((line) => /INDEX (tickets_\w+|sqlite_autoindex_tickets_1)/.exec(line)?.[1] ?? []))].join(
    ' ',
  )

test.runIf(engine === 'sqlite')('each view keeps the indexes that it has', async () => {
  const found: Record<string, string> = {}
  for (const view of views) found[view] = indexesOf(await plansOf(() => idsOf(manager, { view }, now)))
  expect(found).toMatchInlineSnapshot(`
    {
      "all": "tickets_team_due",
      "asking": "tickets_team_status",
      "closed": "tickets_team_status",
      "mentions": "sqlite_autoindex_tickets_1",
      "mine": "tickets_assignee",
      "open": "tickets_team_due",
      "overdue": "tickets_team_due",
      "resolved": "tickets_team_status",
      "snoozed": "sqlite_autoindex_tickets_1",
      "today": "tickets_team_due",
      "triage": "tickets_team_status",
      "unassigned": "tickets_unowned",
      "waiting": "tickets_team_status",
    }
  `)
})

test.runIf(engine === 'sqlite')('fields that an index holds are read from it', async () => {
  const indexOf = async (text: string) => {
    const { query } = parseQuery(text)
    return indexesOf(await plansOf(() => idsOf(manager, { view: 'open', query }, now)))
  }
  expect(await indexOf('owner:me')).toBe('tickets_assignee')
  expect(await indexOf('owner:none')).toBe('tickets_unowned')
  expect(await indexOf('touchpoint:home')).toBe('tickets_touchpoint_due')
  expect(await indexOf('status:new')).toBe('tickets_team_status')
  expect(await indexOf('team:billing')).toBe('tickets_team_due')
  expect(await indexOf('tag:spam')).toBe('sqlite_autoindex_tickets_1')
})
