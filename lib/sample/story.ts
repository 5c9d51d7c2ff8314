import { after, days, minutes } from '@/lib/kit/clock'
import { openFrom } from '@/lib/tickets'
import { askAgain } from './asking'
import { between, happens } from './chance'
import { pauseClock, resumeClock, voidClock } from './clocks'
import { phoneUntilHeard, writeUntilHeard } from './contacting'
import type { Course } from './course'
import { byHouse, byPerson, change, clockOf, type Life, later, reach } from './life'
import { letter, message, said, saidOf, template } from './post'

/**
 * The history of one ticket, step by step: yields the instant of the next step and takes it when asked on, so whoever walks
 * it can stop at the present. A step that lies ahead is never taken.
 */
export function* story(life: Life, course: Course): Generator<Date> {
  const { ticket } = life
  yield after(ticket.receivedAt, 60_000)
  acknowledge(life)
  if (course.assign === null) return
  const taken = later(life, ticket.receivedAt, course.assign)
  yield taken
  change(life, taken, byPerson(life.lead), 'assigned', { assigneeId: life.worker.id, status: 'assigned' }, owner(life))
  if (course.discard) return yield* discard(life, course.discard, taken)
  if (!reachable(life)) return yield* settleUnheard(life, course, taken)
  if (course.contact === null) return
  const heardAt = yield* contact(life, course, taken)
  yield* work(life, course, heardAt)
}

const owner = ({ worker }: Life) => ({ from: null, to: worker.id })
const reachable = ({ ticket, answer }: Life) => ticket.contactable && answer.customer?.reach !== 'bounces'

function acknowledge(life: Life): void {
  const { ticket, answer, world } = life
  if (!ticket.contactable || !answer.customer?.row.email) return
  const at = after(ticket.receivedAt, 5_000)
  const bounced = answer.customer.reach === 'bounces'
  const day = world.day[ticket.language === 'en' ? 'en' : 'es']
  const text = template(life, 'acknowledgement', day.format(clockOf(life, 'first_contact')?.dueAt ?? at))
  const id = letter(life, at, { kind: 'acknowledgement', text, state: bounced ? 'bounced' : 'sent' })
  const { emailKey } = answer.customer.row
  if (!bounced || !emailKey || world.rows.suppressions.some((one) => one.addressKey === emailKey)) return
  world.rows.suppressions.push({ addressKey: emailKey, reason: 'bounced', letterId: id, at })
}

function* discard(life: Life, reason: 'bot' | 'test' | 'duplicate', from: Date): Generator<Date> {
  const at = later(life, from, 40)
  yield at
  life.clocks = life.clocks.map((clock) => voidClock(clock, at))
  const ended = { status: 'discarded', discardReason: reason, closedAt: at, outcome: 'void', joinKey: null } as const
  change(life, at, byPerson(life.lead), 'discarded', ended, { reason })
}

/** Nobody may be or can be told: solved quietly, and closed at once. */
function* settleUnheard(life: Life, course: Course, from: Date): Generator<Date> {
  if (course.resolve === null) return
  const working = later(life, from, 60)
  yield working
  change(life, working, byPerson(life.worker), 'status_changed', { status: 'in_progress' })
  const at = later(life, from, allowance(life) * Math.min(course.resolve, 1.2))
  yield at
  const outcome = life.ticket.contactAllowed ? 'unreachable' : 'declined'
  resolve(life, at, outcome)
  const closed = { status: 'closed', closedAt: at, outcome, verdictAt: at, joinKey: null, verdictDueAt: null } as const
  change(life, at, byPerson(life.worker), 'closed', closed, { outcome, score: null })
}

function* contact(life: Life, course: Course, taken: Date): Generator<Date, Date> {
  const granted = clockOf(life, 'first_contact')?.allowance ?? 480
  const wanted = later(life, life.ticket.receivedAt, granted * (course.contact ?? 1))
  const at = wanted > taken ? wanted : later(life, taken, between(life.roll, 5, 60))
  const phone = life.answer.customer?.row.phone
  const mail = life.answer.customer?.row.email
  if (phone && (course.phoneFirst || !mail)) return yield* phoneUntilHeard(life, at)
  return yield* writeUntilHeard(life, at, course.unheard)
}

function* work(life: Life, course: Course, heardAt: Date): Generator<Date> {
  const { roll } = life
  let from = heardAt
  if (course.note) {
    from = later(life, from, between(roll, 10, 90))
    yield from
    const author = byPerson(happens(roll, 0.3) ? life.lead : life.worker)
    const id = message(life, from, { kind: 'note', text: said(life, 'note'), author })
    change(life, from, author, 'noted', {}, { message: id })
  }
  if (course.waits) from = yield* wait(life, course.waits, from, course.resolve === null)
  for (let round = 0; course.resolve !== null; round++) {
    const share = round === 0 ? course.resolve : between(roll, 0.2, 0.6)
    const start = round === 0 ? life.ticket.receivedAt : from
    const wanted = later(life, start, allowance(life) * share)
    const at = wanted > from ? wanted : later(life, from, between(roll, 30, 240))
    yield at
    resolve(life, at, life.ticket.contacts > 0 ? 'two_way' : 'attempts')
    const back = yield* askAgain(life, course, round, at)
    if (!back) return
    from = back
  }
}

function* wait(life: Life, whom: 'customer' | 'third_party', from: Date, still: boolean): Generator<Date, Date> {
  const { calendar } = life.answer.place.team
  const at = later(life, from, between(life.roll, 15, 120))
  yield at
  const until = after(at, minutes(4320))
  if (whom === 'customer')
    life.clocks = life.clocks.map((clock) => (clock.kind === 'resolution' ? pauseClock(clock, at, calendar) : clock))
  const waiting = { status: whom === 'customer' ? 'waiting_customer' : 'waiting_third_party' } as const
  const part = { ...waiting, waitingSince: at, waitingUntil: until }
  change(life, at, byPerson(life.worker), 'status_changed', part, { until: until.getTime() })
  const back = openFrom(after(at, still ? days(2.9) : days(between(life.roll, 0.4, 2.9))), calendar)
  yield back
  life.clocks = life.clocks.map((clock) => (clock.kind === 'resolution' ? resumeClock(clock, back, calendar) : clock))
  const over = { status: 'in_progress', waitingSince: null, waitingUntil: null, waitingReason: null } as const
  change(life, back, byHouse('tickets'), 'status_changed', over, { reason: 'limit' })
  return back
}

const allowance = (life: Life) => clockOf(life, 'resolution')?.allowance ?? 2400

/** Root cause, action, summary and evidence stand; the summary goes out where there is an address. */
function resolve(life: Life, at: Date, evidence: 'two_way' | 'attempts' | 'declined' | 'unreachable'): void {
  const { world, answer, worker, ticket } = life
  const cause = world.causes.get(answer.cause ?? Object.keys(answer.place.against)[0] ?? '')
  const group = cause?.group ?? 'trato'
  const tells = evidence === 'two_way' || evidence === 'attempts'
  const asked = tells && Boolean(answer.customer?.row.email)
  reach(life, 'resolution', at)
  life.clocks = life.clocks.map((clock) => (clock.kind === 'first_contact' ? voidClock(clock, at) : clock))
  const summary = tells ? (ticket.summary ?? saidOf(life, 'summary', group)) : null
  const part = {
    status: 'resolved' as const,
    resolvedAt: at,
    resolvedBy: worker.id,
    rootCauseId: cause?.id ?? null,
    actionTaken: saidOf(life, 'action', group),
    summary,
    evidence,
    askAt: asked ? openFrom(after(at, days(1)), answer.place.team.calendar) : null,
    verdictDueAt: asked ? null : after(at, days(7)),
  }
  change(life, at, byPerson(worker), 'resolved', part, { cause: part.rootCauseId, evidence })
  if (!summary) return
  const sent = asked ? letter(life, at, { kind: 'summary', text: summary, from: worker.name }) : null
  message(life, at, { kind: 'letter', text: summary, author: byPerson(worker) }, sent)
}
