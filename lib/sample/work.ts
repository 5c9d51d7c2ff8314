import { after, days, hours, minutes } from '@/lib/kit/clock'
import { openFrom } from '@/lib/tickets'
import { type Dice, dice, happens, pick, whole } from './chance'
import work from './data/work.json'
import { byPerson, change, type Life } from './life'
import { languageOf, letter, message } from './post'
import type { Person } from './world'

const gestures = ['discount', 'refund', 'credit', 'replacement', 'gift'] as const
const limit = 50_000

/** What an attentive desk leaves on a ticket besides the conversation: what is set aside, to do, given, asked of others. */
export function workOn(life: Life): void {
  const roll = dice(`work ${life.answer.seed} ${life.ticket.number}`)
  if (life.ticket.status === 'discarded') return
  if (happens(roll, 0.12)) watched(life, roll)
  if (!life.ticket.open) {
    if (life.ticket.resolvedAt && happens(roll, 0.14)) give(life, roll, life.ticket.resolvedAt)
    return
  }
  if (life.ticket.status === 'new') return
  if (happens(roll, 0.3)) mention(life, roll)
  if (happens(roll, 0.3)) ask(life, roll)
  if (happens(roll, 0.15)) give(life, roll, soon(life, 20))
  if (life.ticket.attempts > 0 && happens(roll, 0.18)) isAway(life, roll)
  else if (life.ticket.attempts > 0 && happens(roll, 0.3)) comesBack(life)
  if (happens(roll, 0.22)) setAside(life, roll)
}

// The next moment at which something may happen to it; null when that lies ahead.
function soon({ ticket, world }: Life, wait: number): Date | null {
  const at = after(ticket.updatedAt, minutes(wait))
  return at < world.now ? at : null
}

const words = (life: Life) => work[languageOf(life)]
const colleague = ({ world, worker, answer }: Life, roll: Dice): Person => {
  const all = world.people.filter(
    ({ id, teams, role }) => id !== worker.id && role !== 'viewer' && teams.includes(answer.place.team.id),
  )
  return all.length > 0 ? pick(roll, all) : worker
}

function watched(life: Life, roll: Dice): void {
  const { ticket, world, lead } = life
  for (const { id } of new Set([lead, colleague(life, roll)]))
    world.rows.watchers.push({ ticketId: ticket.id, userId: id, at: ticket.createdAt })
}

function mention(life: Life, roll: Dice): void {
  const at = soon(life, whole(roll, 5, 50))
  const whom = happens(roll, 0.4) && life.lead.id !== life.worker.id ? life.lead : colleague(life, roll)
  if (!at || whom.id === life.worker.id) return
  const text = pick(roll, words(life).mention).replace('{quien}', `@[${whom.name}](${whom.id})`)
  const author = byPerson(life.worker)
  const id = message(life, at, { kind: 'note', text, author })
  change(life, at, author, 'noted', {}, { message: id, mentions: [whom.id] })
  tell(life, whom.id, 'mention', id, at)
}

function ask(life: Life, roll: Dice): void {
  for (let left = whole(roll, 1, 3); left > 0; left--) {
    const at = soon(life, whole(roll, 2, 30))
    if (!at) return
    const done = happens(roll, 0.35)
    const id = life.world.id('task', at)
    const assigneeId = happens(roll, 0.6) ? colleague(life, roll).id : null
    const dueAt = happens(roll, 0.6)
      ? openFrom(after(at, days(whole(roll, 1, 4))), life.answer.place.team.calendar)
      : null
    const text = pick(roll, words(life).task)
    const task = { id, ticketId: life.ticket.id, text, assigneeId, dueAt, createdBy: life.worker.id, createdAt: at }
    life.world.rows.tasks.push({ ...task, doneAt: done ? at : null, doneBy: done ? life.worker.id : null })
    change(life, at, byPerson(life.worker), 'task_added', {}, { task: id, assignee: assigneeId })
  }
}

function give(life: Life, roll: Dice, at: Date | null): void {
  if (!at) return
  const { world, ticket, worker, lead } = life
  const cost = whole(roll, 2, 18) * 5_000
  const dear = cost > limit && worker.id !== lead.id
  const waits = dear && ticket.open
  const id = world.id('gesture', at)
  world.rows.gestures.push({
    ...{ id, ticketId: ticket.id, type: pick(roll, gestures), cost, currency: 'MXN' },
    ...{ note: pick(roll, words(life).gesture), createdBy: worker.id, createdAt: at, withdrawnAt: null },
    ...{ approvedBy: dear && !waits ? lead.id : null, approvedAt: waits ? null : at },
  })
  if (!ticket.open) return
  change(life, at, byPerson(worker), 'gesture_added', {}, { gesture: id, cost, currency: 'MXN', approved: !waits })
  if (waits) tell(life, lead.id, 'approval', id, at)
}

// An automatic answer: a grey line, and no word of the customer's.
function isAway(life: Life, roll: Dice): void {
  const said = life.world.rows.messages.findLast((one) => one.ticketId === life.ticket.id && one.kind === 'reply')
  if (!said || !life.answer.customer?.row.email) return
  const at = after(said.createdAt, minutes(1))
  const author = { kind: 'customer', id: life.ticket.customerId }
  const returnsAt = openFrom(after(life.world.now, days(whole(roll, 2, 9))), life.answer.place.team.calendar)
  message(life, at, { kind: 'automatic', text: words(life).away, author, returnsAt })
}

// A letter that their server would not take.
function comesBack(life: Life): void {
  const at = soon(life, 35)
  const back = at && after(at, hours(1))
  if (!at || !back || back > life.world.now || !life.answer.customer?.row.email) return
  const { worker, world } = life
  const by = byPerson(worker)
  const text = words(life).again
  const letterId = letter(life, at, { kind: 'reply', text, from: worker.name, state: 'bounced' })
  const id = message(life, at, { kind: 'reply', text, author: by }, letterId)
  const returned = { messageRowId: id, bouncedAt: back, bounceStatus: '5.2.2', diagnostic: '552 5.2.2 Mailbox full' }
  Object.assign(world.rows.letters.at(-1) ?? {}, returned)
  change(life, at, by, 'replied', {}, { message: id, letter: letterId })
  const house = { kind: 'system' as const, id: 'followups' }
  change(life, back, house, 'flagged', { attention: 'letter_failed' }, { attention: 'letter_failed' })
  tell(life, worker.id, 'mail_failed', null, back)
}

function setAside(life: Life, roll: Dice): void {
  const at = soon(life, whole(roll, 3, 40))
  if (!at) return
  const until = openFrom(after(life.world.now, days(whole(roll, 1, 6))), life.answer.place.team.calendar)
  const part = { snoozedUntil: until, snoozedBy: life.worker.id }
  change(life, at, byPerson(life.worker), 'snoozed', part, { until: until.getTime() })
}

/** A notice to a person; what is older than a day has been seen. */
export function tell(
  { world, ticket, worker }: Life,
  userId: string,
  kind: 'mention' | 'approval' | 'mail_failed',
  aboutId: string | null,
  at: Date,
): void {
  const seenAt = after(at, days(1)) < world.now ? after(at, hours(2)) : null
  const actorId = kind === 'mail_failed' ? null : worker.id
  world.rows.notices.push({
    id: world.id('notice', at),
    userId,
    kind,
    ticketId: ticket.id,
    aboutId,
    actorId,
    at,
    seenAt,
  })
}
