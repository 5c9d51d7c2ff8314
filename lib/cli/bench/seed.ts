import { atomically, closeDatabase, db, manyOf, type Step } from '@/db'
import { customers, memberships, responses, slaClocks, teams, tickets, touchpoints, users } from '@/db/schema'
import { indexWrites } from '@/db/search'
import { newCustomer } from '@/lib/customers'
import { system } from '@/lib/events'
import { after, now as clock, days, minutes } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { dayOf } from '@/lib/kit/period'
import { type Configuration, configuration } from '@/lib/loop'
import { type Counted, categoryOf, countedOf, type ResponseRow, tallyWrites } from '@/lib/surveys'
import { type ClockRow, openTicket, type TicketRow } from '@/lib/tickets'

const insertResponses = manyOf(responses)
const insertTickets = manyOf(tickets)
const insertClocks = manyOf(slaClocks)
const insertCustomers = manyOf(customers)
const chunk = 2_000
const sentences = [
  'Me citaron tres veces y nadie llegó; pedí el día en el trabajo.',
  'La factura salió con otro RFC y mi contador ya cerró el mes.',
  'Contestan con un menú y después silencio.',
  'Bien el producto, pero la devolución tardó once días.',
  'El armador fue amable, faltaban dos tornillos y no volvió.',
]

type Store = {
  responses: ResponseRow[]
  tickets: TicketRow[]
  clocks: ClockRow[]
  counted: Counted[]
  people: ReturnType<typeof newCustomer>[]
}

/** Fills the database of this process with answers of the last year and tickets, half of them open, so that pages can be measured at a size. */
export async function seed(answers: number, ticketCount: number): Promise<void> {
  const at = clock()
  const config = await configuration(at)
  if (!config) throw new Error('no company to fill')
  const places = (await db.select({ id: touchpoints.id }).from(touchpoints)).map(({ id }) => id)
  const me = await joinTeams(at)
  for (let from = 0; from < answers; from += chunk) {
    const store: Store = { responses: [], tickets: [], clocks: [], counted: [], people: [] }
    for (let n = from; n < Math.min(from + chunk, answers); n++)
      one(n, answers, ticketCount, places, me, config, at, store)
    await commit(store)
  }
  await closeDatabase()
}

// The one person there is works in every team, so that some tickets are theirs.
async function joinTeams(at: Date): Promise<string | null> {
  const [me] = await db.select({ id: users.id }).from(users).limit(1)
  const all = await db.select({ id: teams.id }).from(teams)
  if (!me) return null
  await atomically((tx) => [
    tx
      .insert(memberships)
      .values(all.map(({ id }) => ({ teamId: id, userId: me.id, createdAt: at })))
      .onConflictDoNothing(),
  ])
  return me.id
}

// Tickets belong to the newest answers, as in life; scores, places and days walk by steps that share no factor.
function one(
  n: number,
  answers: number,
  ticketCount: number,
  places: string[],
  me: string | null,
  config: Configuration,
  at: Date,
  store: Store,
) {
  const opens = n >= answers - ticketCount
  const receivedAt = after(at, -Math.floor(((answers - n) / answers) * days(360)) - minutes(n % 97))
  const score = opens ? n % 7 : (n * 7) % 11
  const touchpointId = places[(n * 29) % places.length] ?? null
  const survey = config.surveys.get('nps')
  const id = newId('response')
  const person = newCustomer(
    { externalId: `B-${n}`, email: `b${n}@correo.mx`, name: `Persona Número ${n}` },
    receivedAt,
    receivedAt,
  )
  const row: ResponseRow = {
    id,
    idempotency: null,
    contentHash: null,
    externalKey: null,
    kind: 'answer',
    surveyId: survey?.id ?? '',
    surveyVersion: 1,
    score,
    category: categoryOf(score),
    touchpointId,
    channel: n % 3 ? 'web' : 'email',
    language: n % 9 ? 'es' : 'en',
    segment: null,
    comment: n % 4 ? (sentences[n % sentences.length] ?? null) : null,
    commentType: null,
    contactAllowed: true,
    customerId: opens ? person.id : null,
    invitationId: null,
    ticketId: null,
    solved: null,
    attributes: {},
    submittedAt: receivedAt,
    receivedAt,
    day: dayOf(receivedAt, config.organization.timeZone),
    importId: null,
    history: !opens,
    revision: 1,
    voidAt: null,
    voidReason: null,
  }
  if (opens) {
    const opened = ticketOf(row, n, config, receivedAt)
    row.ticketId = opened.ticket.id
    store.people.push(person)
    const own = n % 10 === 1 ? { assigneeId: me, status: 'assigned' as const } : {}
    // Their alarms were told long ago: a worker begins with what is asked of it.
    store.tickets.push(n % 2 ? { ...opened.ticket, ...own, alarmAt: null } : closed(opened.ticket, at))
    store.clocks.push(
      ...(n % 2
        ? opened.clocks
        : opened.clocks.map((its) => ({ ...its, state: 'met' as const, settledAt: receivedAt }))),
    )
  }
  store.responses.push(row)
  store.counted.push(countedOf(row, [], 1))
}

function ticketOf(row: ResponseRow, n: number, config: Configuration, at: Date) {
  const owner = row.touchpointId ? config.touchpointById.get(row.touchpointId)?.teamId : null
  const team = (owner ? config.teams.get(owner) : null) ?? config.fallbackTeam
  const calendar = team ? config.calendars.get(team.calendarId) : undefined
  if (!team || !calendar || !config.standardPolicy) throw new Error('the company has no team, calendar or policy')
  return openTicket(
    {
      id: newId('ticket'),
      number: 1_000_000 + n,
      response: row,
      customer: { id: row.customerId ?? '', reachable: true },
      touchpointId: row.touchpointId,
      teamId: team.id,
      priority: row.score <= 3 ? 'high' : 'normal',
      priorityReason: 'score',
      occurrence: 1,
      policy: config.standardPolicy,
      calendar,
      language: row.language,
      contactAllowed: true,
      receivedAt: at,
      author: system('bench'),
    },
    at,
  )
}

const closed = (ticket: TicketRow, at: Date): TicketRow => ({
  ...ticket,
  status: 'closed',
  open: false,
  joinKey: null,
  nextDueAt: null,
  alarmAt: null,
  closedAt: at,
  resolvedAt: at,
  firstContactAt: ticket.createdAt,
  outcome: 'no_answer',
})

const wordsOf = (number: number): string =>
  `${sentences[number % sentences.length]?.toLowerCase() ?? ''} persona numero ${number}`

async function commit(store: Store) {
  const writes: Step[] = [
    ...insertCustomers(store.people),
    ...insertResponses(store.responses),
    ...insertTickets(store.tickets),
    ...insertClocks(store.clocks),
  ]
  writes.push(...store.tickets.flatMap(({ number }) => indexWrites(number, wordsOf(number))))
  for (let from = 0; from < writes.length; from += 400) await atomically(() => writes.slice(from, from + 400))
  const tallies = tallyWrites(store.counted)
  for (let from = 0; from < tallies.length; from += 400) await atomically(() => tallies.slice(from, from + 400))
}
