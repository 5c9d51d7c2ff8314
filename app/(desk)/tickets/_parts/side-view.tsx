import { Avatar } from '@/app/_ui/avatar'
import { Chip } from '@/app/_ui/chip'
import type { Formatter, Translate } from '@/lib/i18n'
import type { TicketRow } from '@/lib/tickets/shared'
import { clockView } from './clock-view'
import type { SideClock, SideView } from './side'
import type { TicketFacts } from './ticket-facts'

type Fact = SideView['properties']['facts'][number]

/** Everything beside the conversation, written out. */
export function sideView(facts: TicketFacts): SideView {
  const { ticket, policy, rule, say, t, f, now } = facts
  const notes = [
    waitOf(ticket, t, f, now),
    policy && t('ticket.clock.policy', { name: say(policy) ?? '' }),
    rule && t('ticket.clock.rule', { name: say(rule) ?? '' }),
  ]
  return {
    label: t('ticket.side.label'),
    customer: customerView(facts),
    clocks: {
      head: t('ticket.side.clocks'),
      list: facts.clocks.map((clock) => clockView(clock, t, f, now)).filter((one): one is SideClock => one !== null),
      notes: notes.filter((note) => note !== null),
    },
    properties: { head: t('ticket.side.properties'), facts: properties(facts) },
    after: { head: t('ticket.side.after'), facts: after(facts) },
    others: { head: t('ticket.side.others'), list: others(facts) },
  }
}

/** How long the customer has waited, in calendar time: the other clock, theirs. */
export function waitOf(ticket: TicketRow, t: Translate, f: Formatter, now: Date) {
  const until = ticket.firstContactAt ?? (ticket.open ? now : null)
  if (!until) return null
  const time = f.duration(until.getTime() - ticket.receivedAt.getTime())
  return t(ticket.firstContactAt ? 'ticket.clock.waited' : 'ticket.clock.wait', { time })
}

function customerView({ ticket, customer, t, f }: TicketFacts): SideView['customer'] {
  if (!customer) return null
  const { email, annualValue, valueCurrency, segment } = customer
  const bounced = customer.suppressed?.startsWith('bounce')
  const facts: Fact[] = [
    {
      label: t('ticket.side.email'),
      value: email && <Address text={email} note={bounced ? t('ticket.side.bounced') : null} />,
    },
    { label: t('ticket.side.phone'), value: customer.phone && <a href={`tel:${customer.phone}`}>{customer.phone}</a> },
    {
      label: t('ticket.side.contact'),
      value: t(ticket.contactAllowed ? 'ticket.side.allowed' : 'ticket.side.declined'),
    },
    {
      label: t('ticket.side.value'),
      value: annualValue !== null && valueCurrency ? f.money(annualValue, valueCurrency) : null,
    },
  ]
  return {
    name: customer.name ?? email ?? t('ticket.customerGone'),
    note: [t('ticket.side.since', { when: f.month(customer.createdAt) }), segment].filter(Boolean).join(' · '),
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

function properties({ ticket, assignee, team, contributors, touchpoint, rootCause, tags, say, t }: TicketFacts) {
  const reason = `ticket.priorityReason.${ticket.priorityReason}` as 'ticket.priorityReason.score'
  const facts: (Fact | false)[] = [
    {
      label: t('ticket.side.owner'),
      value: (
        <span className="flex items-center gap-2">
          <Avatar name={assignee?.name ?? null} />
          {assignee?.name ?? t('queue.row.unassigned')}
        </span>
      ),
    },
    { label: t('ticket.side.team'), value: say(team) },
    contributors.length > 0 && { label: t('ticket.side.helping'), value: contributors.map(say).join(', ') },
    {
      label: t('ticket.side.priority'),
      value: (
        <>
          {t(`queue.priority.${ticket.priority}`)} {t.has(reason) ? <span className="text-3">{t(reason)}</span> : null}
        </>
      ),
    },
    { label: t('ticket.side.touchpoint'), value: say(touchpoint) ?? t('ticket.side.none') },
    {
      label: t('ticket.side.cause'),
      value: say(rootCause) ?? <span className="text-3">{t('ticket.side.causeOpen')}</span>,
    },
    ticket.attempts + ticket.contacts > 0 && {
      label: t('ticket.side.attempts'),
      value: t('ticket.side.contacts', { attempts: ticket.attempts, contacts: ticket.contacts }),
    },
    ticket.reopens > 0 && {
      label: t('ticket.side.reopened'),
      value: t('ticket.side.reopens', { n: ticket.reopens }),
    },
    tags.length > 0 && {
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
  return facts.filter((fact) => fact !== false)
}

function after({ ticket, t, f, now }: TicketFacts): Fact[] {
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

const shownOthers = 8

const others = ({ others: all, say, t, f, now }: TicketFacts): SideView['others']['list'] =>
  all.slice(0, shownOthers).map((one) => {
    const text = [say(one.touchpoint), t(`queue.status.${one.status}`), one.score].filter((part) => part !== null)
    return {
      number: one.number,
      href: one.own ? `/tickets/${one.number}` : null,
      text: text.join(' · '),
      time: one.more ? f.brief(one.more.receivedAt, now) : '',
    }
  })
