'use client'
import type { DeedName } from '@/app/_ui/deeds'
import { useShortcuts } from '@/app/_ui/shortcuts'
import type { Deed, TicketDeed } from './deed'
import type { ChangeKind } from './row-view'
import { ask } from './use-deed'

export type May = Record<TicketDeed | 'change' | 'triage', boolean>

type TicketKeys = {
  may: May
  takeIt: () => void
  go: (href: string) => void
  around: { back: string; previous: string | null; next: string | null }
  copy: () => void
  resolveThenNext: () => void
  /** Words for a key whose meaning is the page's own. */
  labels: { back: string; accept: string; duplicate: string; dismiss: string }
}

/** The open ticket by keyboard: the same keys as in the queue. */
export function useTicketKeys({ may, takeIt, go, around, copy, resolveThenNext, labels }: TicketKeys) {
  const on = (deed: DeedName, what: TicketDeed, asked: Deed = what) => ({
    deed,
    when: () => may[what],
    run: () => ask(asked),
  })
  const change = (deed: DeedName, kind: ChangeKind) => ({
    deed,
    when: () => may.change,
    run: () => ask(`change:${kind}`),
  })
  const to = (deed: DeedName, href: string | null, label?: string) => ({
    deed,
    ...(label && { label }),
    keyOnly: true,
    when: () => href !== null,
    run: () => href && go(href),
  })
  useShortcuts([
    on('reply', 'reply'),
    on('note', 'note'),
    on('call', 'call'),
    on('resolve', 'resolve'),
    { ...on('resolveNext', 'resolve'), run: resolveThenNext },
    change('assignee', 'assignee'),
    { deed: 'me', when: () => may.change, run: takeIt },
    change('status', 'status'),
    change('priority', 'priority'),
    change('touchpoint', 'touchpoint'),
    change('rootCause', 'rootCause'),
    change('team', 'team'),
    on('tags', 'tags'),
    on('snooze', 'snooze'),
    on('macro', 'macro'),
    on('survey', 'askAgain'),
    on('unread', 'unread'),
    { deed: 'copy', run: copy },
    { deed: 'accept', label: labels.accept, when: () => may.triage, run: takeIt },
    { deed: 'acceptTeam', when: () => may.triage, run: () => ask('change:team') },
    { ...on('merge', 'merge'), label: labels.duplicate, when: () => may.triage && may.merge },
    { ...on('discard', 'discard'), label: labels.dismiss, when: () => may.triage && may.discard },
    to('next', around.next),
    to('previous', around.previous),
    to('leave', around.back, labels.back),
  ])
}
