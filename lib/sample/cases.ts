import { days } from '@/lib/kit/clock'
import { alarmAtOf, nextDueOf, openTicket, priorityOf } from '@/lib/tickets'
import type { Answer } from './answer-row'
import { dice, happens, pick } from './chance'
import { toldBy } from './clocks'
import { courseOf } from './course'
import { splitAndMerge } from './kin'
import { byHouse, change, fact, type Life } from './life'
import { readAndTell } from './reading'
import { story } from './story'
import { workOn } from './work'
import type { World } from './world'

const threshold = 6_000_000

/** Gives every detractor's answer (and a complaining passive's) its ticket, and tells its history up to the present. */
export function ticketEach(world: World, answers: Answer[]): void {
  const lives = new Map<string, Life[]>()
  let number = 1000
  for (const answer of answers) {
    if (!asksForTicket(answer)) continue
    const key = `${answer.customer?.row.id ?? answer.row.id}:${answer.place.id}`
    const before = lives.get(key) ?? []
    const open = before.at(-1)
    if (open && joins(open, answer)) {
      join(open, answer)
      continue
    }
    number += 1
    const life = begin(world, answer, number, before.length + 1)
    if (open) open.ticket.joinKey = null
    lives.set(key, [...before, life])
    live(life)
  }
  const all = [...lives.values()].flat()
  all.push(...splitAndMerge(all, number))
  for (const life of all) workOn(life)
  for (const life of all) end(life)
  readAndTell(world)
}

const asksForTicket = ({ row }: Answer) =>
  row.category === 'detractor' || (row.category === 'passive' && row.commentType === 'complaint')

// Tickets are told to the present at once: whether one was still open at a later answer is read from its end.
const joins = ({ ticket }: Life, { row }: Answer) =>
  row.receivedAt.getTime() - ticket.receivedAt.getTime() < days(14) && ticket.open && ticket.status !== 'new'

function begin(world: World, answer: Answer, number: number, occurrence: number): Life {
  const { row, place, customer } = answer
  const roll = dice(`ticket ${answer.seed}`)
  const members = world.people.filter(({ teams }) => teams.includes(place.team.id))
  const lead = members.find(({ role }) => role === 'lead') ?? pick(roll, members)
  const { priority, reason } = priorityOf({
    score: row.score,
    annualValue: customer?.row.annualValue ?? null,
    valueThreshold: threshold,
    occurrence,
  })
  const opened = openTicket(
    {
      id: world.id('ticket', row.receivedAt),
      number,
      response: row,
      customer: customer && { id: customer.row.id, reachable: Boolean(customer.row.email ?? customer.row.phone) },
      touchpointId: place.id,
      teamId: place.team.id,
      priority,
      priorityReason: reason,
      occurrence,
      ruleId: row.category === 'detractor' ? world.rule.detractors : world.rule.complaints,
      policy: world.policy,
      calendar: place.team.calendar,
      language: row.language,
      contactAllowed: row.contactAllowed,
      receivedAt: row.receivedAt,
      author: { kind: 'customer', id: null },
    },
    row.receivedAt,
  )
  row.ticketId = opened.ticket.id
  const worker = pick(roll, members)
  const life: Life = { world, roll, answer, ticket: opened.ticket, clocks: opened.clocks, worker, lead }
  const [told] = opened.facts
  if (told) fact(life, row.receivedAt, told.actor, told.kind, told.payload ?? {})
  return life
}

/** Walks the story until it reaches the present. */
function live(life: Life): void {
  const { world, answer, roll } = life
  const age = (world.now.getTime() - answer.row.receivedAt.getTime()) / days(1)
  for (const at of story(life, courseOf(answer, age, roll))) if (at > world.now) return
}

function join(life: Life, { row }: Answer): void {
  row.ticketId = life.ticket.id
  const part = { answers: life.ticket.answers + 1, priorityReason: 'repeat', customerSpokeAt: row.receivedAt }
  const payload = { response: row.id, score: row.score, from: life.ticket.priority, to: life.ticket.priority }
  change(life, row.receivedAt, { kind: 'customer', id: null }, 'joined', part, payload)
}

/** What its clocks have told by now, and the rows as they stand. */
function end(life: Life): void {
  const { world, answer, roll } = life
  const { calendar } = answer.place.team
  life.clocks = life.clocks.map((clock) => {
    const { clock: rung, told } = toldBy(clock, world.now, calendar)
    for (const { kind, at } of told) fact(life, at, byHouse('tickets'), `sla.${kind}`, { clock: clock.kind })
    return rung
  })
  const escalated = life.clocks.some((clock) => clock.state === 'running' && clock.escalatedAt)
  const late = life.clocks.some((clock) => clock.state === 'running' && clock.breachedAt)
  world.rows.tickets.push({
    ...life.ticket,
    nextDueAt: nextDueOf(life.clocks),
    escalation: Math.min(3, life.ticket.escalation + (escalated ? 1 : 0)),
    attention: bounced(life) ? 'bounced' : life.ticket.attention,
    alarmAt: life.ticket.open ? alarmAtOf(life.clocks, calendar) : null,
  })
  world.rows.clocks.push(...life.clocks)
  if (late && happens(roll, 0.4)) world.rows.tags.push({ ticketId: life.ticket.id, tag: 'llamar-hoy' })
  if (happens(roll, 0.08)) world.rows.tags.push({ ticketId: life.ticket.id, tag: tagOf(answer) })
}

const bounced = ({ ticket, answer }: Life) => ticket.open && answer.customer?.reach === 'bounces'
const tagOf = ({ cause }: Answer) => (cause?.startsWith('producto') ? 'foto-pendiente' : 'paquetería')
