import type { Formatter, Translate } from '@/lib/i18n'
import type { Happened, MessageOn } from '@/lib/tickets'
import { sizeOf } from './attachment-size'
import { eventLine, type Names } from './event-line'
import { type FilesOf, spokenItem } from './message-item'
import type { TicketFacts } from './ticket-facts'
import { customerName } from './ticket-view'
import type { TimelineItem } from './timeline-item'

export const shows = ['all', 'conversation', 'notes', 'events'] as const
export type Show = (typeof shows)[number]

export type Told = {
  messages: MessageOn[]
  events: Happened[]
  customer: { name: string; email: string | null; language: string }
  /** Files by the message they stand in. */
  files: FilesOf
  /** The reader may write, call back and try again. */
  works: boolean
}

/** What a ticket's page knows of what was said, for the timeline. */
export function toldBy(facts: TicketFacts): Told {
  const { ticket, messages, events, customer, attachments, works, f } = facts
  const files: FilesOf = new Map()
  for (const { id, messageId, name, size, inline } of attachments) {
    if (!messageId || inline) continue
    files.set(messageId, [
      ...(files.get(messageId) ?? []),
      { id, name, size: sizeOf(size, f), href: `/tickets/attachments/${id}` },
    ])
  }
  const told = { name: customerName(facts), email: customer?.email ?? null, language: ticket.language }
  return { messages, events, customer: told, files, works }
}

/** What was said and what happened, in one line of time, each as a person reads it. */
export function timelineItems(told: Told, names: Names, t: Translate, f: Formatter, now: Date): TimelineItem[] {
  const said = told.messages.map((one) => ({ at: one.createdAt, item: spokenItem(one, told, names, t, f, now) }))
  const happened = told.events.flatMap((one) => {
    const what = eventLine(one, t, names, f)
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

const tabOf = {
  event: 'events',
  note: 'notes',
  message: 'conversation',
  grey: 'conversation',
} as const satisfies Record<TimelineItem['kind'], Show>
