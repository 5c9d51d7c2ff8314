import type { ReactNode } from 'react'
import type { Formatter, Translate } from '@/lib/i18n'
import { isLetterReason } from '@/lib/mail/shared'
import type { Happened, MessageOn } from '@/lib/tickets'
import { eventLine, type Names } from './event-line'
import type { TimelineItem } from './timeline'

export const shows = ['all', 'conversation', 'notes', 'events'] as const
export type Show = (typeof shows)[number]

type Told = {
  messages: MessageOn[]
  events: Happened[]
  customer: { name: string; email: string | null; language: string }
}

/** What was said and what happened, in one line of time, each as a person reads it. */
export function timelineItems(told: Told, names: Names, t: Translate, f: Formatter, now: Date): TimelineItem[] {
  const said = told.messages.map((one) => ({ at: one.createdAt, item: spoken(one, told, names, t, f, now) }))
  const happened = told.events.flatMap((one) => {
    const what = eventLine(one, t, names)
    if (what === null) return []
    const who = one.actorKind === 'user' ? names.person(one.actorId ?? '')?.split(' ')[0] : undefined
    const text = who ? t('ticket.by', { what, who }) : what
    return [
      {
        at: one.at,
        item: { id: one.id, kind: 'event' as const, text, iso: one.at.toISOString(), time: f.near(one.at, now) },
      },
    ]
  })
  return [...said, ...happened].sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ item }) => item)
}

/** The items of one tab. */
export const shown = (items: TimelineItem[], show: Show) =>
  show === 'all' ? items : items.filter((item) => tabOf[item.kind] === show)

const tabOf = { event: 'events', note: 'notes', message: 'conversation' } as const satisfies Record<
  TimelineItem['kind'],
  Show
>

function spoken(one: MessageOn, told: Told, names: Names, t: Translate, f: Formatter, now: Date): TimelineItem {
  const fromCustomer = one.authorKind === 'customer'
  const author = fromCustomer ? told.customer.name : (names.person(one.authorId ?? '') ?? t('ticket.system'))
  return {
    id: one.id,
    kind: one.kind === 'note' ? 'note' : 'message',
    iso: one.createdAt.toISOString(),
    time: f.near(one.createdAt, now),
    author,
    beside: beside(one, told, t),
    state: one.letter ? t(`ticket.letterState.${one.letter.state}`) : undefined,
    text: one.erasedAt ? t('ticket.erased') : one.text,
    ...(one.kind !== 'note' && { lang: told.customer.language }),
    under: trouble(one, t),
  }
}

function beside(one: MessageOn, { customer }: Told, t: Translate): string | undefined {
  if (one.kind === 'customer_page') return t('ticket.fromPage')
  if (one.kind === 'inbound') return customer.email ?? t('ticket.fromMail')
  if (one.kind === 'letter')
    return `${t('ticket.toCustomer', { name: first(customer.name) })} · ${t('ticket.letter.summary')}`
  return one.kind === 'reply' ? t('ticket.toCustomer', { name: first(customer.name) }) : undefined
}

function trouble({ letter }: MessageOn, t: Translate): ReactNode {
  const why = letter?.error ?? null
  if ((letter?.state !== 'failed' && letter?.state !== 'bounced') || !isLetterReason(why)) return undefined
  return <p className="text-13 text-error">{t(`outbox.reason.${why}`)}</p>
}

/** The name to call somebody by: "Ana Lucía Ruiz Peña" → "Ana". */
export const first = (name: string) => name.split(' ')[0] ?? name
