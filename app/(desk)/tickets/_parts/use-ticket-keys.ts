'use client'
import { useShortcuts } from '@/app/_ui/shortcuts'
import type { Deed } from './deed'
import type { QueueWords } from './queue-words'
import type { ChangeKind } from './row-view'
import type { TicketWords } from './ticket-words'
import { ask } from './use-deed'

type TicketKeys = {
  words: QueueWords
  verbs: TicketWords['verb']
  may: Record<Deed | 'change', boolean>
  pick: (kind: ChangeKind) => void
  takeIt: () => void
  go: (href: string) => void
  around: { back: string; previous: string | null; next: string | null }
  copy: () => void
  resolveThenNext: () => void
}

/** The open ticket by keyboard: the same keys as in the queue. */
export function useTicketKeys({ words, verbs, may, pick, takeIt, go, around, copy, resolveThenNext }: TicketKeys) {
  const { verb, keys } = words
  const change = { group: keys.ticket, when: () => may.change }
  const deed = (name: Deed) => ({ group: keys.ticket, when: () => may[name], run: () => ask(name) })
  const to = (href: string | null) => ({
    group: keys.list,
    keyOnly: true,
    when: () => href !== null,
    run: () => href && go(href),
  })
  useShortcuts([
    { ...deed('reply'), keys: 'r', label: verb.reply },
    { ...deed('note'), keys: 'n', label: verb.note },
    { ...deed('call'), keys: 'l', label: verb.call },
    { ...deed('resolve'), keys: 'e', label: verb.resolve },
    { ...deed('resolve'), keys: 'shift+e', label: `${verb.resolve} · ${verb.next}`, run: resolveThenNext },
    { ...change, keys: 'a', label: verb.assignee, run: () => pick('assignee') },
    { ...change, keys: 'i', label: verb.me, run: takeIt },
    { ...change, keys: 's', label: verb.status, run: () => pick('status') },
    { ...change, keys: 'p', label: verb.priority, run: () => pick('priority') },
    { ...change, keys: 't', label: verb.touchpoint, run: () => pick('touchpoint') },
    { ...change, keys: 'c', label: verb.rootCause, run: () => pick('rootCause') },
    { ...change, keys: 'm', label: verb.team, run: () => pick('team') },
    { group: keys.ticket, keys: 'y', label: verb.copy, run: copy },
    { ...to(around.next), keys: 'j', label: verb.next },
    { ...to(around.previous), keys: 'k', label: verb.previous },
    { ...to(around.back), keys: 'escape', label: verbs.back },
  ])
}
