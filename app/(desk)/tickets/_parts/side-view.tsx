import { Avatar } from '@/app/_ui/avatar'
import { Chip } from '@/app/_ui/chip'
import type { SideFact, SideView } from './side'
import { clocksView } from './side-clocks'
import { customerView } from './side-customer'
import { besideView } from './side-work'
import type { TicketFacts } from './ticket-facts'
import { deedsOf } from './ticket-view'

/** Everything beside the conversation, written out. */
export function sideView(facts: TicketFacts): SideView {
  const { t } = facts
  return {
    label: t('ticket.side.label'),
    shut: t('thread.side.shut'),
    customer: customerView(facts),
    clocks: clocksView(facts),
    properties: { head: t('ticket.side.properties'), facts: properties(facts) },
    after: { head: t('ticket.side.after'), facts: after(facts) },
    others: { head: t('ticket.side.others'), list: others(facts) },
    ...besideView(facts),
  }
}

function properties(facts: TicketFacts) {
  const { ticket, assignee, team, touchpoint, rootCause, tags, choices, say, t, f, now } = facts
  const { may } = deedsOf(facts)
  const reason = `ticket.priorityReason.${ticket.priorityReason}` as 'ticket.priorityReason.score'
  const away = choices.people.find(({ id }) => id === assignee?.id)?.absentUntil
  const change = (label: string, kind: NonNullable<SideFact['edit']>['deed'], now: string) =>
    may.change ? { edit: { deed: kind, label: t('thread.side.change', { what: label, now }) } } : {}
  const row = (
    label: string,
    kind: NonNullable<SideFact['edit']>['deed'],
    word: string,
    value: SideFact['value'] = word,
  ) => ({
    label,
    value,
    ...change(label, kind, word),
  })
  const list: (SideFact | false)[] = [
    row(
      t('ticket.side.status'),
      'change:status',
      t(`queue.status.${ticket.status}`),
      facts.snoozed ? (
        <>
          {t(`queue.status.${ticket.status}`)}{' '}
          <span className="text-3">{t('thread.snooze.state', { when: f.near(facts.snoozed.until, now) })}</span>
        </>
      ) : undefined,
    ),
    row(
      t('ticket.side.owner'),
      'change:assignee',
      assignee?.name ?? t('queue.row.unassigned'),
      <>
        <span className="flex items-center gap-2">
          <Avatar name={assignee?.name ?? null} />
          {assignee?.name ?? t('queue.row.unassigned')}
        </span>
        {away ? <span className="text-soon">{t('thread.side.away', { day: f.day(away) })}</span> : null}
      </>,
    ),
    row(t('ticket.side.team'), 'change:team', say(team) ?? t('ticket.side.none')),
    row(
      t('ticket.side.priority'),
      'change:priority',
      t(`queue.priority.${ticket.priority}`),
      <>
        {t(`queue.priority.${ticket.priority}`)} {t.has(reason) ? <span className="text-3">{t(reason)}</span> : null}
      </>,
    ),
    row(t('ticket.side.touchpoint'), 'change:touchpoint', say(touchpoint) ?? t('ticket.side.none')),
    row(t('ticket.side.cause'), 'change:rootCause', say(rootCause) ?? t('ticket.side.causeOpen')),
    row(
      t('ticket.side.tags'),
      'change:tag',
      tags.length > 0 ? tags.join(', ') : t('ticket.side.none'),
      tags.length > 0 ? (
        <span className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </span>
      ) : undefined,
    ),
    ticket.attempts + ticket.contacts > 0 && {
      label: t('ticket.side.attempts'),
      value: t('ticket.side.contacts', { attempts: ticket.attempts, contacts: ticket.contacts }),
    },
    ticket.reopens > 0 && {
      label: t('ticket.side.reopened'),
      value: t('ticket.side.reopens', { n: ticket.reopens }),
    },
  ]
  return list.filter((fact) => fact !== false)
}

function after({ ticket, t, f, now }: TicketFacts): SideFact[] {
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
