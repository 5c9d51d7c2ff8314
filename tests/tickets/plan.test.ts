import { beforeAll, expect, test } from 'vitest'
import { atomically, engine, manyOf, raw } from '@/db'
import { tickets } from '@/db/schema'
import { after, minutes } from '@/lib/kit/clock'
import { foundWorld, monday, stand } from './world'

const states = ['new', 'assigned', 'in_progress', 'waiting_customer', 'resolved', 'closed', 'closed', 'closed'] as const

beforeAll(async () => {
  await foundWorld()
  const template = await stand()
  const rows = Array.from({ length: 12_000 }, (_, n) => {
    const status = states[n % states.length] ?? 'new'
    const open = n % states.length < 4
    return {
      ...template,
      id: `tic_${String(n).padStart(26, '0')}`,
      number: 2_000_000 + n,
      teamId: n % 3 ? 'tea_delivery' : 'tea_billing',
      joinKey: null,
      status,
      open,
      assigneeId: status === 'new' ? null : n % 2 ? 'usr_mariana' : 'usr_ruben',
      nextDueAt: open && status !== 'waiting_customer' ? after(monday, minutes((n * 7_919) % 200_000)) : null,
      score: n % 7,
    }
  })
  const insert = manyOf(tickets)
  for (let at = 0; at < rows.length; at += 6_000) await atomically(() => insert(rows.slice(at, at + 6_000)))
  await raw('analyze tickets')
})

const isOpen = engine === 'postgres' ? 'open' : 'open = 1'
// The shapes that a page's parts have: each must walk one index in its order, and sort nothing.
const parts = [
  [`team_id = 'tea_delivery' and ${isOpen} and next_due_at is not null`, 'next_due_at, id'],
  [`team_id = 'tea_delivery' and status = 'new' and next_due_at is not null`, 'next_due_at, id'],
  [`team_id = 'tea_delivery' and status = 'closed' and next_due_at is null`, 'id desc'],
  [`team_id = 'tea_delivery' and ${isOpen} and assignee_id is null and next_due_at is not null`, 'next_due_at, id'],
  [`team_id = 'tea_delivery' and ${isOpen}`, 'id desc'],
  [`team_id = 'tea_delivery' and ${isOpen} and score is not null`, 'score, id'],
  [`assignee_id = 'usr_mariana' and ${isOpen} and next_due_at is not null`, 'next_due_at, id'],
] as const

test.each(parts)('tickets where %s by %s are read from an index in its order', async (where, order) => {
  const query = `select id from tickets where ${where} order by ${order} limit 51`
  const plan = await raw(engine === 'postgres' ? `explain ${query}` : `explain query plan ${query}`)
  const text = plan.map((row) => String(row['QUERY PLAN'] ?? row.detail)).join('\n')
  expect(text).toMatch(/index/i)
  expect(text).not.toMatch(/temp b-tree|sort|seq scan|bitmap|\bscan tickets$/i)
})
