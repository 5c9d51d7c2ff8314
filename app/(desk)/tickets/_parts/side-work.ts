import { permits } from '@/lib/identity/shared'
import type { SideView } from './side'
import type { TicketFacts } from './ticket-facts'
import { deedsOf } from './ticket-view'

type Beside = Pick<SideView, 'tasks' | 'gestures' | 'helpers' | 'links' | 'watchers' | 'activity'>

/** What hangs on a ticket: what is to be done, what was given, who helps, who watches, what it belongs with. */
export function besideView(facts: TicketFacts): Beside {
  const { ticket, contributors, watchers, watching, say, t } = facts
  const { may } = deedsOf(facts)
  return {
    tasks: { ...tasksView(facts), may: may.task },
    gestures: { ...gesturesView(facts), may: may.gesture },
    helpers: {
      head: t('ticket.side.helping'),
      may: may.helpers,
      ticket: ticket.id,
      add: t('thread.verb.helpers'),
      offline: t('ticket.offline'),
      list: contributors.map((one) => ({
        id: one.id,
        name: say(one) ?? '',
        dismiss: t('thread.helpers.dismiss', { name: say(one) ?? '' }),
        done: t('thread.helpers.dismissed', { name: say(one) ?? '' }),
      })),
    },
    links: {
      head: t('thread.side.links'),
      list: facts.links.map(({ kind, way, ticket: other }) => ({
        number: other.number,
        href: other.id ? `/tickets/${other.number}` : null,
        text: `${t(`thread.side.link.${wordOf(kind, way)}`)} · ${t(`queue.status.${other.status}`)}`,
      })),
    },
    watchers: {
      head: t('thread.side.watchers'),
      text: watchers.map(({ name }) => name).join(', ') || t('ticket.side.none'),
      toggle: t(watching ? 'thread.verb.unwatch' : 'thread.side.watch'),
    },
    activity: {
      head: t('thread.side.activity'),
      href: `/tickets/${ticket.number}/activity`,
      text: t('thread.side.export'),
    },
  }
}

function wordOf(kind: TicketFacts['links'][number]['kind'], way: 'to' | 'from') {
  if (kind === 'split') return way === 'to' ? 'splitTo' : 'split'
  if (kind === 'follow_up') return way === 'to' ? 'followUpTo' : 'follow_up'
  return kind
}

function tasksView({ ticket, tasks, t, f, now }: TicketFacts): Omit<SideView['tasks'], 'may'> {
  return {
    head: t('thread.task.head'),
    add: t('thread.task.add'),
    ticket: ticket.id,
    removed: t('thread.task.removed'),
    offline: t('ticket.offline'),
    list: tasks.map((one) => ({
      id: one.id,
      text: one.text,
      done: one.doneAt !== null,
      late: one.doneAt === null && one.dueAt !== null && one.dueAt < now,
      note: [
        one.assignee,
        one.dueAt &&
          t(one.dueAt < now && !one.doneAt ? 'thread.task.late' : 'thread.task.by', { day: f.day(one.dueAt) }),
      ]
        .filter(Boolean)
        .join(' · '),
      check: t('thread.task.check', { text: one.text }),
      remove: t('thread.task.remove', { text: one.text }),
    })),
  }
}

function gesturesView({ ticket, gestures, actor, t, f }: TicketFacts): Omit<SideView['gestures'], 'may'> {
  return {
    head: t('thread.gesture.head'),
    add: t('thread.gesture.add'),
    ticket: ticket.id,
    approve: t('thread.gesture.approve'),
    approved: t('thread.gesture.approvedDone'),
    withdraw: t('thread.gesture.withdraw'),
    withdrawn: t('thread.gesture.withdrawnDone'),
    offline: t('ticket.offline'),
    list: gestures.map((one) => ({
      id: one.id,
      text: [t(`thread.gesture.kind.${one.type}`), one.cost > 0 ? f.money(one.cost, one.currency) : null]
        .filter(Boolean)
        .join(' · '),
      note: one.note ?? '',
      state:
        one.state === 'waiting'
          ? t('thread.gesture.waiting')
          : one.state === 'withdrawn'
            ? t('thread.gesture.withdrawn')
            : t('thread.gesture.approved', { who: one.approver ?? one.author ?? '' }),
      tone: one.state === 'waiting' ? ('soon' as const) : ('quiet' as const),
      may: {
        approve: one.state === 'waiting' && permits(actor, 'tickets.assign'),
        withdraw: one.state !== 'withdrawn' && (one.createdBy === actor.id || permits(actor, 'tickets.assign')),
      },
    })),
  }
}
