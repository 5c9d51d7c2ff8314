import type { Event } from '@/lib/events'
import { isId } from '@/lib/kit/ids'
import { type Case, casesOf, maySee, type Person, peopleOfDesk } from './news-people'
import { type NewNotice, tellOnce } from './notices'

type Told = Pick<NewNotice, 'kind' | 'aboutId'> & { to: (string | null)[] }
type Teller = (event: Event, its: Case, people: Person[]) => Told[]

const atOnce = 200
const word = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

/** What each fact of a ticket tells whom. Nobody is told of what they did themselves. */
const tellers: Record<string, Teller> = {
  'ticket.opened': ({ payload }) => [{ kind: 'assigned', to: [word(payload.assignee)] }],
  'ticket.assigned': ({ payload }) => [{ kind: 'assigned', to: [word(payload.to)] }],
  'ticket.noted': ({ payload }) => [{ kind: 'mention', aboutId: word(payload.message), to: words(payload.mentions) }],
  'ticket.woken': ({ payload }, its) =>
    payload.reason === 'time' ? [{ kind: 'woken', to: [its.assigneeId ?? word(payload.by)] }] : [],
  'ticket.contact_logged': ({ payload }, its) => (payload.direction === 'in' ? spoke(payload, its) : []),
  'ticket.joined': ({ payload }, its) => spoke(payload, its),
  'ticket.reopened': ({ payload }, its) => (payload.cause === 'customer' ? spoke(payload, its) : []),
  'ticket.flagged': ({ payload }, its) =>
    payload.attention === 'letter_failed' ? [{ kind: 'mail_failed', to: [its.assigneeId] }] : [],
  'ticket.gesture_added': ({ payload }, its, people) =>
    payload.approved === false
      ? [{ kind: 'approval', aboutId: word(payload.gesture), to: deciders(its, people).map(({ id }) => id) }]
      : [],
  'ticket.gesture_approved': ({ payload }) => [
    { kind: 'approval', aboutId: word(payload.gesture), to: [word(payload.author)] },
  ],
}

// The customer spoke: whoever watches hears of it, and whoever had set the ticket aside.
const spoke = (payload: Event['payload'], its: Case): Told[] => [
  { kind: 'watched', to: its.watching },
  ...(payload.woken === true ? [{ kind: 'woken' as const, to: [its.assigneeId] }] : []),
]

// The team's leads; where it has none, those who see all.
const deciders = (its: Case, people: Person[]): Person[] => {
  const leads = people.filter(({ role, teams }) => role === 'lead' && teams.includes(its.teamId))
  return leads.length > 0 ? leads : people.filter(({ role }) => role === 'manager' || role === 'admin')
}

/** Tells people what concerns them of what happened to tickets, if they may see them. A second time changes nothing. */
export async function afterNews(events: Event[], now: Date): Promise<void> {
  // Tickets that open without an owner are most of what happens, and tell nobody anything.
  const news = events.filter(({ kind, payload }) => kind in tellers && !(kind === 'ticket.opened' && !payload.assignee))
  for (let from = 0; from < news.length; from += atOnce) await tell(news.slice(from, from + atOnce), now)
}

async function tell(news: Event[], now: Date): Promise<void> {
  const [cases, people] = await Promise.all([
    casesOf([...new Set(news.map(({ subjectId }) => subjectId))]),
    peopleOfDesk(),
  ])
  const told = news.flatMap((event) => {
    const its = cases.get(event.subjectId)
    return its ? noticesFor(event, its, people) : []
  })
  if (told.length > 0) await tellOnce(told, now)
}

function noticesFor(event: Event, its: Case, people: Person[]): NewNotice[] {
  const { id, actorKind, actorId, cause } = event
  const did = actorKind === 'user' ? actorId : null
  return (tellers[event.kind]?.(event, its, people) ?? []).flatMap(({ to, ...what }) =>
    people
      .filter(({ id }) => to.includes(id) && id !== did)
      .filter((person) => maySee(person, its))
      .map(({ id: userId }) =>
        // Whoever is given many tickets by one run is told once, and of the run.
        what.kind === 'assigned' && cause && isId('bulk', cause)
          ? { ...what, userId, aboutId: cause, actorId: did, eventId: cause }
          : { ...what, userId, ticketId: its.id, actorId: did, eventId: id },
      ),
  )
}
