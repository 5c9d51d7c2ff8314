import { Avatar } from '@/app/_ui/avatar'
import { Chip } from '@/app/_ui/chip'
import type { CustomerPage } from '@/lib/customers'
import type { Formatter, Translate } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import type { TicketRow } from '@/lib/tickets/shared'
import { type ClockFacts, clockView } from './clock-view'
import type { Names } from './event-line'
import type { SideClock, SideView } from './side'

type SideFacts = {
  ticket: TicketRow
  clocks: ClockFacts[]
  tags: string[]
  policy: string | null
  customer: CustomerPage | null
  names: Names
}

/** Everything beside the conversation, written out. */
export function sideView(facts: SideFacts, t: Translate, f: Formatter, now: Date): SideView {
  const { ticket, customer } = facts
  return {
    label: t('ticket.side.label'),
    customer: customer && customerView(customer, ticket, t, f),
    clocks: {
      head: t('ticket.side.clocks'),
      list: facts.clocks.map((clock) => clockView(clock, t, f, now)).filter((one): one is SideClock => one !== null),
      note: [waitOf(ticket, t, f, now), facts.policy && t('ticket.clock.policy', { name: facts.policy })]
        .filter(Boolean)
        .join(' '),
    },
    properties: { head: t('ticket.side.properties'), facts: properties(facts, t) },
    after: { head: t('ticket.side.after'), facts: after(ticket, t, f, now) },
    others: { head: t('ticket.side.others'), list: others(customer, ticket, t, f, now) },
  }
}

/** How long the customer has waited, in calendar time: the other clock, theirs. */
export function waitOf(ticket: TicketRow, t: Translate, f: Formatter, now: Date) {
  const until = ticket.firstContactAt ?? (ticket.open ? now : null)
  if (!until) return null
  const time = f.duration(until.getTime() - ticket.receivedAt.getTime())
  return t(ticket.firstContactAt ? 'ticket.clock.waited' : 'ticket.clock.wait', { time })
}

function customerView({ customer, suppressed }: CustomerPage, ticket: TicketRow, t: Translate, f: Formatter) {
  const bounced = suppressed?.startsWith('bounce')
  const value =
    customer.annualValue !== null && customer.valueCurrency
      ? f.money(customer.annualValue, customer.valueCurrency)
      : null
  const facts = [
    {
      label: t('ticket.side.email'),
      value: customer.email && <Address text={customer.email} note={bounced ? t('ticket.side.bounced') : null} />,
    },
    { label: t('ticket.side.phone'), value: customer.phone },
    {
      label: t('ticket.side.contact'),
      value: ticket.contactAllowed ? t('ticket.side.allowed') : t('ticket.side.declined'),
    },
    { label: t('ticket.side.value'), value },
  ]
  return {
    name: customer.name ?? customer.email ?? t('ticket.customerGone'),
    note: [t('ticket.side.since', { when: f.month(customer.createdAt) }), customer.segment].filter(Boolean).join(' · '),
    href: `/customers/${customer.id}`,
    facts: facts.filter((fact) => fact.value),
  }
}

// A long address breaks before its sign, not within a name.
const Address = ({ text, note }: { text: string; note: string | null }) => (
  <>
    {text.split('@')[0]}
    <wbr />@{text.split('@')[1]}
    {note ? <span className="text-late"> · {note}</span> : null}
  </>
)

function properties({ ticket, tags, names }: SideFacts, t: Translate): SideView['properties']['facts'] {
  const owner = ticket.assigneeId ? (names.person(ticket.assigneeId) ?? null) : null
  const reason = t.has(`ticket.priorityReason.${ticket.priorityReason}` as 'ticket.priorityReason.score')
    ? t(`ticket.priorityReason.${ticket.priorityReason}` as 'ticket.priorityReason.score')
    : null
  const cause = ticket.rootCauseId ? names.cause(ticket.rootCauseId) : null
  return [
    {
      label: t('ticket.side.owner'),
      value: (
        <span className="flex items-center gap-2">
          <Avatar name={owner} />
          {owner ?? t('queue.row.unassigned')}
        </span>
      ),
    },
    { label: t('ticket.side.team'), value: names.team(ticket.teamId) },
    {
      label: t('ticket.side.priority'),
      value: (
        <>
          {t(`queue.priority.${ticket.priority}`)} {reason ? <span className="text-3">{reason}</span> : null}
        </>
      ),
    },
    {
      label: t('ticket.side.touchpoint'),
      value: (ticket.touchpointId && names.touchpoint(ticket.touchpointId)) || t('ticket.side.none'),
    },
    {
      label: t('ticket.side.cause'),
      value: cause ?? <span className="text-3">{t('ticket.side.causeOpen')}</span>,
    },
    ...(ticket.attempts + ticket.contacts > 0
      ? [
          {
            label: t('ticket.side.attempts'),
            value: t('ticket.side.contacts', { attempts: ticket.attempts, contacts: ticket.contacts }),
          },
        ]
      : []),
    ...(ticket.answers > 1
      ? [{ label: t('ticket.side.answers'), value: t('ticket.side.answersJoined', { n: ticket.answers }) }]
      : []),
    ...(ticket.reopens > 0
      ? [{ label: t('ticket.side.reopened'), value: t('ticket.side.reopens', { n: ticket.reopens }) }]
      : []),
    ...(tags.length > 0
      ? [
          {
            label: t('ticket.side.tags'),
            value: (
              <span className="flex flex-wrap gap-1">
                {tags.map((tag) => (
                  <Chip key={tag}>{tag}</Chip>
                ))}
              </span>
            ),
          },
        ]
      : []),
  ]
}

function after(ticket: TicketRow, t: Translate, f: Formatter, now: Date): SideView['after']['facts'] {
  if (ticket.actionTaken)
    return [
      { label: t('ticket.side.done'), value: ticket.actionTaken },
      ...(ticket.askAt ? [{ label: t('ticket.side.ask'), value: f.near(ticket.askAt, now) }] : []),
    ]
  if (!ticket.open || !ticket.contactable) return []
  return [
    { label: t('ticket.side.letter'), value: t('ticket.side.sameDay') },
    { label: t('ticket.side.ask'), value: t('ticket.side.askDay') },
  ]
}

function others(customer: CustomerPage | null, ticket: TicketRow, t: Translate, f: Formatter, now: Date) {
  return (customer?.tickets ?? [])
    .filter((one) => one.id !== ticket.id)
    .slice(0, 8)
    .map((one) => {
      const place = one.touchpoint ? named(one.touchpoint, f.place.locale) : ''
      const text = [place, t(`queue.status.${one.status}`), one.score].filter((part) => part !== '' && part !== null)
      return {
        number: one.number,
        href: one.own ? `/tickets/${one.number}` : null,
        text: text.join(' · '),
        time: one.receivedAt ? f.brief(one.receivedAt, now) : '',
      }
    })
}
