import { actorBehind } from '@/lib/identity'
import { permits, type UserActor } from '@/lib/identity/shared'
import { sees } from '@/lib/tickets'
import { progressOf } from './bulk-progress'
import type { Hub } from './live-hub'
import type { Line } from './live-line'
import { type Fact, latestFacts, mostFacts, runsOf, unseenOf } from './live-reading'
import { unseenNotices } from './notices'
import { byTicket, everybodyPresent, teamsOfTickets } from './presence'
import { viewCounts } from './view-ask'

const lookMs = 2_000
const breatheMs = 15_000
const countMs = 5_000
/** Views are counted anew without news, too: tickets become late by themselves. */
const recountMs = 30_000
/** So much time may counting take for each person who listens. */
const countShareMs = 50
const forgetMs = 10_000
const mostNamed = 100

type Whose = Awaited<ReturnType<typeof teamsOfTickets>>

/** One look at everything for all open streams: rights first, then what happened, who is where, and what can wait. */
export async function tick(hub: Hub, now: Date): Promise<void> {
  await lookAtRights(hub, now)
  if (hub.lines.size === 0) return
  await tellFacts(hub, now)
  await tellPresence(hub, now)
  if (hub.turns++ % 2 === 0) await tellNotices(hub)
  await tellRuns(hub, now)
  await tellCounts(hub, now)
  for (const line of hub.lines) if (now.getTime() - line.toldAt >= breatheMs) line.breathe()
}

// A stream ends within seconds of the session or the right; whoever moved to another team sees that team's at once.
async function lookAtRights({ lines }: Hub, now: Date): Promise<void> {
  const looks = new Map<string, Promise<UserActor | null>>()
  for (const line of [...lines]) {
    if (now.getTime() - line.lookedAt < lookMs) continue
    const look = looks.get(line.sid) ?? actorBehind(line.sid, now)
    looks.set(line.sid, look)
    const actor = await look
    line.lookedAt = now.getTime()
    if (!actor) end(line, 'session')
    else if (!permits(actor, 'tickets.read')) end(line, 'right')
    else if (rights(actor) !== rights(line.actor)) {
      Object.assign(line, { actor, presenceSeen: null, countedAt: 0, stirred: true })
      line.tell('tickets', { tickets: [], many: true })
    } else line.actor = actor
  }
}

function end(line: Line, reason: 'session' | 'right'): void {
  line.tell('end', { reason })
  line.close()
}

const rights = ({ role, teams }: UserActor): string => `${role} ${[...teams].sort().join(' ')}`

async function tellFacts(hub: Hub, now: Date): Promise<void> {
  const facts = (await latestFacts(now)).filter(({ id }) => !hub.known.has(id))
  for (const [id, at] of hub.known) if (now.getTime() - at > forgetMs) hub.known.delete(id)
  for (const { id } of facts) hub.known.set(id, now.getTime())
  if (facts.length === 0) return
  const whose = await teamsOfTickets([...new Set(facts.map(({ ticket }) => ticket))])
  for (const line of hub.lines) {
    const seen = facts.filter(({ ticket }) => visible(line, whose, ticket))
    if (seen.length === 0) continue
    line.stirred = true
    line.tell('tickets', changesIn(seen, whose, line.actor.id, facts.length >= mostFacts))
  }
}

function changesIn(facts: Fact[], whose: Whose, reader: string, more: boolean) {
  const ids = [...new Set(facts.map(({ ticket }) => ticket))]
  if (more || ids.length > mostNamed) return { tickets: [], many: true }
  const tickets = ids.map((id) => {
    const own = facts.filter(({ ticket }) => ticket === id)
    const kinds = [...new Set(own.map(({ kind }) => kind.replace('ticket.', '')))]
    return { id, kinds, version: whose.get(id)?.version ?? 0, mine: own.every(({ by }) => by === reader) }
  })
  return { tickets, many: false }
}

async function tellPresence(hub: Hub, now: Date): Promise<void> {
  const rows = await everybodyPresent(now)
  const snapshot = JSON.stringify(rows)
  if (snapshot === hub.presence && [...hub.lines].every((line) => line.presenceSeen === snapshot)) return
  hub.presence = snapshot
  const people = byTicket(rows)
  const whose = await teamsOfTickets([...people.keys()])
  for (const line of hub.lines) {
    if (line.presenceSeen === snapshot) continue
    line.presenceSeen = snapshot
    const here = [...people].filter(([ticket]) => visible(line, whose, ticket))
    const now = new Map(here.map(([ticket, all]) => [ticket, all.filter(({ id }) => id !== line.actor.id)]))
    const before = [...line.told.keys()].filter((key) => key.startsWith('at ')).map((key) => key.slice(3))
    for (const ticket of new Set([...now.keys(), ...before])) {
      const others = now.get(ticket) ?? []
      tellNew(line, 'presence', { ticket, people: others }, `at ${ticket}`, others.length > 0)
    }
  }
}

// How many there are is cheap to know of everybody at once; which of them one may see, only when there are others.
async function tellNotices(hub: Hub): Promise<void> {
  const all = await unseenOf([...new Set([...hub.lines].map(({ actor }) => actor.id))])
  for (const line of [...hub.lines]) {
    const stands = `${all.get(line.actor.id) ?? 0} ${rights(line.actor)}`
    if (line.told.get('unseen') === stands) continue
    line.told.set('unseen', stands)
    tellNew(line, 'notices', { unseen: await unseenNotices(line.actor) }, 'notices')
  }
}

async function tellRuns(hub: Hub, now: Date): Promise<void> {
  const runs = await runsOf([...new Set([...hub.lines].map(({ actor }) => actor.id))], now)
  for (const run of runs) {
    const stands = [run.state, run.changed, run.skipped, run.undone].join(' ')
    const lines = [...hub.lines].filter((line) => line.actor.id === run.actorId && line.told.get(run.id) !== stands)
    if (lines.length === 0) continue
    const progress = await progressOf(run)
    for (const line of lines) {
      line.told.set(run.id, stands)
      line.tell('bulk', progress)
    }
  }
}

async function tellCounts(hub: Hub, now: Date): Promise<void> {
  const counted = new Map<string, ReturnType<typeof viewCounts>>()
  const pause = Math.max(countMs, hub.lines.size * countShareMs)
  for (const line of [...hub.lines]) {
    const since = now.getTime() - line.countedAt
    if (!(line.stirred && since >= pause) && since < recountMs) continue
    const { id } = line.actor
    const counts = counted.get(id) ?? viewCounts(line.actor, now)
    counted.set(id, counts)
    tellNew(line, 'counts', await counts, 'counts')
    Object.assign(line, { stirred: false, countedAt: now.getTime() })
  }
}

function tellNew<Name extends 'presence' | 'notices' | 'counts'>(
  line: Line,
  event: Name,
  what: Parameters<typeof line.tell<Name>>[1],
  about: string,
  keep = true,
): void {
  const text = JSON.stringify(what)
  const before = line.told.get(about)
  if (before === text || (before === undefined && !keep)) return
  if (keep) line.told.set(about, text)
  else line.told.delete(about)
  line.tell(event, what)
}

function visible({ actor }: Line, whose: Whose, ticket: string): boolean {
  const its = whose.get(ticket)
  return its !== undefined && sees(actor, its.team, its.helping)
}
