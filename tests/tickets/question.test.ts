import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/identity/shared'
import { after, hours } from '@/lib/kit/clock'
import { idsOf, ticketCount } from '@/lib/tickets'
import { parseQuery, queryFields } from '@/lib/tickets/shared'
import { found, nameOf, now, setTickets, sorted } from './question-scene'
import { mariana, stranger } from './world'

beforeAll(setTickets)

test.each([
  ['status:open', 'foreign fresh late mine shared'],
  ['-status:open', 'ended lost'],
  ['status:closed,resolved', 'ended lost'],
  ['stage:contact', 'fresh late shared'],
  ['stage:solution', 'foreign mine'],
  ['stage:verdict,ended', 'ended lost'],
  ['score:<=1', 'foreign fresh'],
  ['score:4..8', 'mine shared'],
  ['score:3,10', 'ended late lost'],
  ['-score:3,10', 'foreign fresh mine shared'],
  ['band:promoter,passive', 'ended mine'],
  ['touchpoint:invoice', 'foreign'],
  ['-touchpoint:home', 'foreign lost'],
  ['touchpoint:none', 'lost'],
  ['touchpoint:none,invoice', 'foreign lost'],
  ['touchpoint:nowhere', ''],
  ['journey-stage:after', 'ended foreign fresh late mine shared'],
  ['journey-stage:journey score:0', 'fresh'],
  ['survey:nps score:0', 'fresh'],
  ['channel:email score:0', 'fresh'],
  ['-channel:email', ''],
  ['team:billing', 'foreign shared'],
  ['-team:billing', 'ended fresh late lost mine'],
  ['owner:mariana', 'mine'],
  ['owner:mariana@casa-lua.mx,none status:open', 'foreign fresh late mine shared'],
  ['owner:any', 'mine'],
  ['-owner:mariana status:open', 'foreign fresh late shared'],
  ['tag:"muy enojado"', 'foreign late'],
  ['-tag:muy-enojado,spam', 'ended lost mine shared'],
  ['tag:any', 'foreign fresh late'],
  ['tag:none,spam', 'ended fresh lost mine shared'],
  ['cause:late', 'late'],
  ['cause:any', 'foreign late'],
  ['sla:late', 'late'],
  ['sla:soon', 'mine'],
  ['sla:met', 'ended'],
  ['contact:no', 'lost'],
  ['contact:unreachable', 'foreign'],
  ['segment:oro', 'foreign late'],
  ['segment:none', 'ended fresh lost mine shared'],
  ['value:>=1000', 'late'],
  ['value:900', 'mine'],
  ['value:800..2500', 'late mine'],
  ['-value:any', 'ended foreign fresh lost shared'],
  ['language:en', 'mine'],
  ['priority:urgent,low', 'fresh mine'],
  ['created:today', 'foreign fresh late mine shared'],
  ['created:<=yesterday', 'ended lost'],
  ['created:-2d', 'ended foreign fresh late lost mine shared'],
  ['created:2026-11-16 score:0', 'fresh'],
  ['created:>=-2h', 'fresh shared'],
  ['spoke:>=-3d', 'late'],
  ['spoke:any', 'late'],
  ['due:<=now', 'late'],
  ['due:none', 'ended lost'],
  ['comment:"tres veces"', 'late'],
  ['comment:citaron', 'late'],
  ['comment:none', 'fresh'],
  ['customer:pena', 'late'],
  ['customer:C-77', 'mine'],
  ['customer:"55 1234 5678"', 'late'],
  ['customer:ana score:0', 'fresh'],
  ['is:overdue', 'late'],
  ['-is:overdue status:open', 'foreign fresh mine shared'],
  ['is:unread', 'foreign fresh late shared'],
  ['is:snoozed', 'fresh'],
  ['is:mine', 'mine'],
  ['is:unassigned status:open', 'foreign fresh late shared'],
  ['is:escalated', 'late'],
  ['is:reopened', 'lost'],
  ['is:attention', 'fresh'],
  ['is:watched', 'foreign late'],
  ['is:mentioned', 'foreign fresh'],
  ['is:repeat', 'late'],
  ['score:0 OR is:mine', 'fresh mine'],
  ['(score:0 OR is:mine) -is:snoozed', 'mine'],
  ['(score:0 is:snoozed) OR team:billing', 'foreign fresh shared'],
  ['citaron is:overdue', 'late'],
  ['"veces tres"', ''],
])('%s', async (text, wanted) => {
  // The manager sees everything; what is somebody's own is Mariana's.
  const reader: Actor = { ...mariana, role: 'manager' }
  expect(await sorted(reader, text)).toBe(wanted)
})

test('a question only ever narrows: whatever is asked, another team’s ticket stays unseen', async () => {
  const own = await found(mariana, '')
  expect(own).not.toContain('foreign')
  expect(own).toContain('shared')
  const asked = queryFields.flatMap(({ name, kind, codes, operators }) => {
    const signs = [...(operators.includes('empty') ? [`${name}:none`, `${name}:any`] : [])]
    if (kind === 'flag') return [`is:${name}`, `-is:${name}`]
    if (kind === 'number') return [...signs, `${name}:>=0`, `-${name}:99`, `${name}:0..10`]
    if (kind === 'instant') return [...signs, `${name}:>=-90d`, `-${name}:today`, `${name}:<=+90d`]
    const some = (codes ?? ['invoice', 'billing', 'tea_billing', 'Oro', 'ana', 'muy-enojado', 'es', 'nps']).slice(0, 8)
    return [...signs, ...some.flatMap((value) => [`${name}:${value}`, `-${name}:${value}`])]
  })
  for (const text of asked.filter((one) => parseQuery(one).problems.length === 0)) {
    const seen = [
      idsOf(mariana, { view: 'all', query: parseQuery(text).query }, now),
      idsOf(mariana, { view: 'all', query: parseQuery(`${text} OR is:unassigned`).query }, now),
      idsOf(mariana, { view: 'mentions', query: parseQuery(`team:billing ${text}`).query }, now),
    ]
    for (const { ids } of await Promise.all(seen)) expect(ids.map(nameOf), text).not.toContain('foreign')
  }
  expect(await ticketCount(stranger, { query: parseQuery('team:delivery').query }, now)).toBe(0)
})

test('snoozed tickets leave the working views and stand where they are looked for', async () => {
  const holds = async (view: Parameters<typeof idsOf>[1]['view']) =>
    (await idsOf(mariana, { view }, now)).ids.map(nameOf).includes('fresh')
  for (const view of ['triage', 'mine', 'unassigned', 'today', 'waiting'] as const)
    expect(await holds(view)).toBe(false)
  for (const view of ['snoozed', 'open', 'all', 'mentions'] as const) expect(await holds(view), view).toBe(true)
  const { ids } = await idsOf(mariana, { view: 'triage' }, after(now, hours(4)))
  expect(ids.map(nameOf)).toContain('fresh')
  expect(
    (await idsOf(mariana, { view: 'triage', query: parseQuery('es:pospuesto').query }, now)).ids.map(nameOf),
  ).toEqual(['fresh'])
})
