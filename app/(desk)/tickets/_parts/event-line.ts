import type { Translate } from '@/lib/i18n'
import {
  type ContactOutcome,
  contactChannels,
  contactOutcomes,
  outcomes,
  priorities,
  ticketStatuses,
} from '@/lib/tickets/shared'

export type Happening = { kind: string; payload: Record<string, unknown> }

/** Names of what the facts know by id. */
export type Names = Record<'person' | 'team' | 'touchpoint' | 'cause', (id: string) => string | undefined>

type Line = (payload: Record<string, unknown>, t: Translate, names: Names) => string | null

/** A fact of the ticket's history in a sentence; null when a message beside it says it already. */
export function eventLine({ kind, payload }: Happening, t: Translate, names: Names): string | null {
  const line = lines[kind.replace(/^ticket\./, '')]
  return line ? line(payload, t, names) : t('ticket.event.other')
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)

const lines: Record<string, Line> = {
  opened: (_, t) => t('ticket.event.opened'),
  assigned: ({ to }, t, names) =>
    to
      ? t('ticket.event.assigned', { name: names.person(text(to)) ?? t('ticket.nobody') })
      : t('ticket.event.unassigned'),
  team_changed: ({ to }, t, names) => t('ticket.event.team', { name: names.team(text(to)) ?? '' }),
  status_changed: ({ to }, t) => {
    const status = oneOf(ticketStatuses, to)
    return status ? t('ticket.event.status', { to: t(`queue.status.${status}`) }) : t('ticket.event.waited')
  },
  priority_changed: ({ to }, t) => {
    const priority = oneOf(priorities, to)
    return priority ? t('ticket.event.priority', { to: t(`queue.priority.${priority}`) }) : null
  },
  touchpoint_changed: ({ to }, t, names) =>
    t('ticket.event.touchpoint', { name: names.touchpoint(text(to)) ?? t('ticket.side.none') }),
  root_cause_set: ({ to }, t, names) =>
    t('ticket.event.rootCause', { name: names.cause(text(to)) ?? t('ticket.side.none') }),
  replied: () => null,
  noted: () => null,
  contacted: (_, t) => t('ticket.event.contacted'),
  contact_logged: ({ channel, outcome, direction }, t) => {
    if (direction === 'in') return null
    const by = oneOf(contactChannels, channel) ?? 'other'
    const how: ContactOutcome = oneOf(contactOutcomes, outcome) ?? 'no_answer'
    return t('ticket.event.contactLogged', {
      channel: t(`ticket.contactChannel.${by}`),
      outcome: t(`ticket.contactOutcome.${how}`).toLowerCase(),
    })
  },
  contact_declined: (_, t) => t('ticket.event.contactDeclined'),
  joined: (_, t) => t('ticket.event.joined'),
  resolved: (_, t) => t('ticket.event.resolved'),
  reopened: (_, t) => t('ticket.event.reopened'),
  closed: ({ outcome }, t) => {
    const how = oneOf(outcomes, outcome)
    return how ? t('ticket.event.closed', { outcome: t(`ticket.outcome.${how}`) }) : null
  },
  discarded: (_, t) => t('ticket.event.discarded'),
  merged: (_, t) => t('ticket.event.merged'),
  asked: (_, t) => t('ticket.event.asked'),
  tagged: () => null,
  flagged: () => null,
  sla_warning: (_, t) => t('ticket.event.warning'),
  sla_breached: (_, t) => t('ticket.event.breached'),
  sla_escalated: (_, t) => t('ticket.event.escalated'),
}
