import { notFound } from 'next/navigation'
import { draftsFor, macrosFor, presentOn, viewById } from '@/lib/desk'
import { draftFiles } from '@/lib/followups'
import { type Formatter, formatter, type Translate, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { permits, type UserActor } from '@/lib/identity/shared'
import { isRefusal } from '@/lib/kit/refusal'
import { named } from '@/lib/kit/text'
import { type TicketPage, ticketByNumber, ticketNeighbours } from '@/lib/tickets'
import { priorities, type TicketStatus } from '@/lib/tickets/shared'
import type { Names } from './event-line'
import { type QueueAddress, readAddress, writeAddress } from './queue-address'
import { askOf } from './queue-ask'
import type { Choices } from './row-view'

export type TicketFacts = Awaited<ReturnType<typeof ticketFacts>>

/** Everything that the page of one ticket shows, gathered once; what one may not see is not found. */
export async function ticketFacts(actor: UserActor, given: string, from: string | undefined, now: Date) {
  const [house, page] = await Promise.all([organization(), find(actor, given, now)])
  const t = translator(actor.locale)
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const [around, own] = await Promise.all([
    beside(actor, addressOf(from), page.ticket.id, t, now),
    ownOf(actor, page.ticket.id, now),
  ])
  const say = (thing: { name: string; names: Record<string, string> } | null) => thing && named(thing, actor.locale)
  return {
    ...page,
    actor,
    t,
    f,
    now,
    say,
    house: house?.name ?? 'Lazo',
    currency: house?.currency ?? 'MXN',
    around,
    ...own,
    pick: choicesOf(page, actor.locale, t, f),
    lookup: lookupOf(page, actor.locale),
  }
}

// What concerns the reader alone: what they began to write, what they may use, who else is here.
async function ownOf(actor: UserActor, id: string, now: Date) {
  const works = permits(actor, 'tickets.work')
  const [drafts, files, macros, present] = await Promise.all([
    works ? draftsFor(actor, id) : [],
    works ? draftFiles(actor, id) : [],
    works ? macrosFor(actor) : [],
    presentOn(actor, [id], now),
  ])
  return { works, drafts, drafted: files, macros, present: present.get(id) ?? [] }
}

async function find(actor: UserActor, given: string, now: Date): Promise<TicketPage> {
  if (!/^\d{1,9}$/.test(given)) notFound()
  return ticketByNumber(actor, Number(given), now).catch((error: unknown) => {
    if (isRefusal(error) && error.code === 'ticket.unknown') notFound()
    throw error
  })
}

// Resolving, closing, discarding and reopening ask more than a status: they have steps of their own.
const plain: TicketStatus[] = ['in_progress', 'waiting_customer', 'waiting_third_party']

function choicesOf(
  { choices, allowed, ticket, tags }: TicketPage,
  locale: string,
  t: Translate,
  f: Formatter,
): Choices {
  const list = <T extends { id: string; name: string; names: Record<string, string> }>(things: T[]) =>
    things.map((one) => ({ id: one.id, name: named(one, locale) }))
  return {
    people: choices.people.map(({ id, name, absentUntil }) => ({
      id,
      name,
      ...(absentUntil && { note: t('thread.side.away', { day: f.day(absentUntil) }) }),
    })),
    tags: tags.map((tag) => ({ id: tag, name: tag })),
    teams: list(choices.teams),
    touchpoints: list(choices.touchpoints),
    causes: choices.causes.map((one) => ({
      id: one.id,
      name: named(one, locale),
      note: parentOf(one, choices.causes, locale),
    })),
    statuses: plain
      .filter((status) => allowed.includes(status) && ticket.open)
      .map((id) => ({ id, name: t(`queue.status.${id}`) })),
    priorities: priorities.map((id) => ({ id, name: t(`queue.priority.${id}`) })),
  }
}

function parentOf(
  cause: TicketPage['choices']['causes'][number],
  all: TicketPage['choices']['causes'],
  locale: string,
) {
  const parent = all.find((one) => one.id === cause.parentId)
  return parent && named(parent, locale)
}

function lookupOf({ choices, names }: TicketPage, locale: string): Names {
  const within = (things: { id: string; name: string; names: Record<string, string> }[]) => (id: string) => {
    const thing = things.find((one) => one.id === id)
    return thing && named(thing, locale)
  }
  return {
    person: (id) => names[id],
    team: within(choices.teams),
    touchpoint: within(choices.touchpoints),
    cause: within(choices.causes),
  }
}

// Where the ticket stands in the view it was opened from.
async function beside(actor: UserActor, address: QueueAddress, id: string, t: Translate, now: Date) {
  // A view that is gone or no longer shared is no reason to lose the ticket.
  const saved = address.saved ? await viewById(actor, address.saved).catch(() => null) : null
  const asked = saved ? { ...address, q: address.q ?? saved.query, sort: address.sort ?? saved.sort } : address
  const { position, total, previous, next } = await ticketNeighbours(actor, askOf(asked), id, now)
  const href = writeAddress(address, { cursor: address.cursor })
  const link = (number: number | null) => (number ? `/tickets/${number}?from=${encodeURIComponent(href)}` : null)
  return {
    back: { href, label: saved?.name ?? t(`queue.view.${address.view}`) },
    position: position === null ? null : t('ticket.position', { n: String(position), total: String(total) }),
    previous: link(previous),
    next: link(next),
  }
}

function addressOf(from: string | undefined): QueueAddress {
  const query = from?.startsWith('/tickets?') ? from.slice('/tickets?'.length) : ''
  return readAddress(Object.fromEntries(new URLSearchParams(query)))
}
