import type { Formatter, Translate } from '@/lib/i18n'
import { letterKinds, letterReasons } from '@/lib/mail/shared'
import {
  type ContactOutcome,
  clockKinds,
  contactChannels,
  contactOutcomes,
  gestureTypes,
  outcomes,
  priorities,
  ticketStatuses,
} from '@/lib/tickets/shared'

export type Happening = { kind: string; payload: Record<string, unknown> }

/** Names of what the facts know by id. */
export type Names = Record<'person' | 'team' | 'touchpoint' | 'cause', (id: string) => string | undefined>

type Line = (payload: Record<string, unknown>, t: Translate, names: Names, f?: Formatter) => string | null

/** A fact of the ticket's history in a sentence; null when a message beside it says it already. */
export function eventLine({ kind, payload }: Happening, t: Translate, names: Names, f?: Formatter): string | null {
  const line = lines[kind]
  if (line) return line(payload, t, names, f)
  return silent.has(kind) ? null : t('ticket.event.other')
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)

const lines: Record<string, Line> = {
  'ticket.opened': (_, t) => t('ticket.event.opened'),
  'ticket.assigned': ({ to }, t, names) =>
    to
      ? t('ticket.event.assigned', { name: names.person(text(to)) ?? t('ticket.nobody') })
      : t('ticket.event.unassigned'),
  'ticket.team_changed': ({ to }, t, names) => t('ticket.event.team', { name: names.team(text(to)) ?? '' }),
  'ticket.status_changed': ({ to, reason }, t) => {
    const status = oneOf(ticketStatuses, to)
    if (!status || reason === 'limit') return t('ticket.event.waited')
    return t('ticket.event.status', { to: t(`queue.status.${status}`) })
  },
  'ticket.priority_changed': ({ to }, t) => {
    const priority = oneOf(priorities, to)
    return priority ? t('ticket.event.priority', { to: t(`queue.priority.${priority}`) }) : null
  },
  'ticket.touchpoint_changed': ({ to }, t, names) =>
    t('ticket.event.touchpoint', { name: names.touchpoint(text(to)) ?? t('ticket.side.none') }),
  'ticket.root_cause_set': ({ to }, t, names) =>
    t('ticket.event.rootCause', { name: names.cause(text(to)) ?? t('ticket.side.none') }),
  'ticket.contacted': (_, t) => t('ticket.event.contacted'),
  'ticket.contact_logged': ({ channel, outcome, direction }, t) => {
    if (direction === 'in') return null
    const by = oneOf(contactChannels, channel) ?? 'other'
    const how: ContactOutcome = oneOf(contactOutcomes, outcome) ?? 'no_answer'
    return t('ticket.event.contactLogged', {
      channel: t(`ticket.contactChannel.${by}`),
      outcome: t(`ticket.contactOutcome.${how}`).toLowerCase(),
    })
  },
  'ticket.contact_declined': (_, t) => t('ticket.event.contactDeclined'),
  'ticket.joined': (_, t) => t('ticket.event.joined'),
  'ticket.resolved': (_, t) => t('ticket.event.resolved'),
  'ticket.reopened': ({ cause }, t) =>
    t(cause === 'verdict' ? 'ticket.event.reopenedVerdict' : 'ticket.event.reopened'),
  'ticket.closed': ({ outcome }, t) => {
    const how = oneOf(outcomes, outcome)
    return how ? t('ticket.event.closed', { outcome: t(`ticket.outcome.${how}`) }) : null
  },
  'ticket.discarded': (_, t) => t('ticket.event.discarded'),
  'ticket.merged': (_, t) => t('ticket.event.merged'),
  'sla.warning': ({ clock }, t) => t('ticket.event.warning', { clock: clockName(clock, t) }),
  'sla.breached': ({ clock }, t) => t('ticket.event.breached', { clock: clockName(clock, t) }),
  'sla.escalated': ({ clock }, t) => t('ticket.event.escalated', { clock: clockName(clock, t) }),
  'recovery.sent': (_, t) => t('ticket.event.asked'),
  'recovery.reminded': (_, t) => t('ticket.event.reminded'),
  'recovery.answered': ({ score }, t) => t('ticket.event.verdict', { score: String(score) }),
  'message.sent': ({ kind }, t) => (kind === 'acknowledgement' ? t('ticket.event.acknowledged') : null),
  'ticket.snoozed': ({ until }, t, _, f) =>
    t('thread.event.snoozed', { when: f && typeof until === 'number' ? f.dateTime(new Date(until)) : '' }),
  'ticket.woken': (_, t) => t('thread.event.woken'),
  'ticket.split': ({ number }, t) => t('thread.event.split', { number: String(number ?? '') }),
  'ticket.task_added': (_, t) => t('thread.event.taskAdded'),
  'ticket.task_changed': (_, t) => t('thread.event.taskChanged'),
  'ticket.task_done': (_, t) => t('thread.event.taskDone'),
  'ticket.task_removed': (_, t) => t('thread.event.taskRemoved'),
  'ticket.gesture_added': ({ type, approved }, t) =>
    t(approved ? 'thread.event.gestureAdded' : 'thread.event.gestureWaits', { type: gestureName(type, t) }),
  'ticket.gesture_approved': ({ type }, t) => t('thread.event.gestureApproved', { type: gestureName(type, t) }),
  'ticket.gesture_withdrawn': ({ type }, t) => t('thread.event.gestureWithdrawn', { type: gestureName(type, t) }),
  'ticket.team_asked': ({ to }, t, names) => t('thread.event.teamAsked', { name: names.team(text(to)) ?? '' }),
  'ticket.team_dismissed': ({ from }, t, names) =>
    t('thread.event.teamDismissed', { name: names.team(text(from)) ?? '' }),
  'ticket.address_added': (_, t) => t('thread.event.addressAdded'),
  'ticket.follow_up': (_, t) => t('thread.event.followUp'),
  'message.withdrawn': (_, t) => t('thread.event.withdrawn'),
  'message.stopped': ({ kind, reason }, t) => {
    const [what, why] = [oneOf(letterKinds, kind), oneOf(letterReasons, reason)]
    return what && why ? t('mail.stopped', { what: t(`outbox.kind.${what}`), why: t(`outbox.reason.${why}`) }) : null
  },
  'message.failed': (_, t) => t('ticket.event.letterFailed'),
  'message.bounced': (_, t) => t('ticket.event.letterBounced'),
}

// What a message, a row of the side panel or another fact beside it says already.
const silent = new Set([
  'message.received',
  'ticket.replied',
  'ticket.noted',
  'ticket.tagged',
  'ticket.flagged',
  'recovery.asked',
])

const gestureName = (type: unknown, t: Translate) => t(`thread.gesture.kind.${oneOf(gestureTypes, type) ?? 'other'}`)
const clockName = (clock: unknown, t: Translate) => t(`ticket.clock.${oneOf(clockKinds, clock) ?? 'resolution'}`)
