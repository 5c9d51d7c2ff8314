import { after, days } from '@/lib/kit/clock'
import { openFrom } from '@/lib/tickets'
import { between, happens, whole } from './chance'
import work from './data/work.json'
import { byCustomer, byPerson, change, type Life, later } from './life'
import { languageOf, letter, message, said } from './post'
import { blank, firstContact, tried } from './tried'

/** Letters until the customer writes back, or three on different days. Yields and returns the last instant. */
export function* writeUntilHeard(life: Life, from: Date, unheard: boolean): Generator<Date, Date> {
  let at = from
  const both = Boolean(life.answer.customer?.row.phone)
  for (let turn = 1; ; turn++) {
    yield at
    write(life, at)
    if (turn === 1 && !unheard) return yield* hear(life, after(at, days(between(life.roll, 0.02, 0.9))))
    if (turn === 3) return at
    at = later(life, openFrom(after(at, days(1)), life.answer.place.team.calendar), whole(life.roll, 5, 90))
    if (turn !== 2 || !both) continue
    yield at
    call(life, at, happens(life.roll, 0.6))
    return at
  }
}

/** Calls until somebody answers, three at most. */
export function* phoneUntilHeard(life: Life, from: Date): Generator<Date, Date> {
  let at = from
  if (happens(life.roll, 0.25)) {
    const first = at
    yield first
    call(life, first, false)
    at = later(life, openFrom(after(first, days(0.9)), life.answer.place.team.calendar), whole(life.roll, 5, 60))
  }
  yield at
  call(life, at, true)
  return at
}

function write(life: Life, at: Date): void {
  const { worker, world } = life
  const by = byPerson(worker)
  const greeting = said(life, 'hello')
  const text = `${greeting} ${said(life, 'reply')}`
  const letterId = letter(life, at, { kind: 'reply', text, from: worker.name })
  const id = message(life, at, { kind: 'reply', text, author: { kind: 'user', id: worker.id } }, letterId)
  const last = world.rows.letters.at(-1)
  if (last) last.messageRowId = id
  const fresh = life.ticket.status === 'assigned' ? { status: 'in_progress' as const } : {}
  change(life, at, by, 'replied', fresh, { message: id, letter: letterId })
  const sentAt = after(at, 20_000)
  tried(life, by, sentAt, { channel: 'email', outcome: 'no_answer', letterId, id: `att_${letterId.slice(4)}` })
  firstContact(life, by, sentAt, { letter: letterId, at: sentAt.getTime() })
}

function call(life: Life, at: Date, spoke: boolean): void {
  const by = byPerson(life.worker)
  const outcome = spoke ? ('spoke' as const) : ('no_answer' as const)
  const fresh = life.ticket.status === 'assigned' ? { status: 'in_progress' as const } : {}
  const id = tried(life, by, at, { channel: 'phone', outcome, letterId: null, id: life.world.id('attempt', at) })
  change(life, at, by, 'contact_logged', fresh, { attempt: id, channel: 'phone', direction: 'out', outcome })
  if (spoke) firstContact(life, by, at, { letter: null, at: at.getTime() })
}

/** The customer wrote back. */
export function* hear(life: Life, at: Date): Generator<Date, Date> {
  yield at
  const by = byCustomer(life)
  const text = said(life, 'inbound')
  message(life, at, { kind: 'inbound', text: withQuote(life, text), author: { kind: 'customer', id: by.id } })
  const last = life.world.rows.messages.at(-1)
  if (last && last.text !== text) last.quoteAt = text.length + 2
  const id = life.world.id('attempt', at)
  life.world.rows.attempts.push({ ...blank(life, by, at), id, channel: 'email', direction: 'in', outcome: 'spoke' })
  life.ticket = { ...life.ticket, contacts: life.ticket.contacts + 1, customerSpokeAt: at }
  const told = { attempt: id, channel: 'email', direction: 'in', outcome: 'spoke' }
  change(life, at, by, 'contact_logged', {}, told)
  return at
}

// Mail programs put what they answer underneath.
function withQuote({ world, ticket }: Life, text: string): string {
  const said = world.rows.messages.findLast((one) => one.ticketId === ticket.id && one.kind === 'reply')
  if (!said) return text
  const language = languageOf({ ticket })
  const who = world.people.find(({ id }) => id === said.authorId)?.name ?? ''
  const head = work[language].wrote.replace('{dia}', world.day[language].format(said.createdAt)).replace('{quien}', who)
  return `${text}\n\n${head}\n${said.text.replace(/^/gm, '> ')}`
}
