'use client'
import { announce } from '@/app/_ui/live-region'
import { useShortcuts } from '@/app/_ui/shortcuts'
import type { QueueWords } from './queue-words'
import type { ChangeKind, RowView } from './row-view'
import type { useSelection } from './use-selection'

type QueueKeys = {
  words: QueueWords
  current: RowView | null
  /** Whether there is a row, or a selection, to act on. */
  anything: boolean
  selection: ReturnType<typeof useSelection>
  open: (href: string) => void
  pick: (kind: ChangeKind) => void
  takeIt: () => void
  peek: [boolean, (open: boolean) => void]
  reload: () => void
}

/** The queue by keyboard: every key acts on the selection, or else on the row one stands on. */
export function useQueueKeys({ words, current, anything, selection, open, pick, takeIt, peek, reload }: QueueKeys) {
  const { verb } = words
  const list = { group: words.keys.list, keyOnly: true }
  const act = { group: words.keys.ticket, when: () => anything }
  const one = { group: words.keys.ticket, when: () => current !== null }
  const go = (deed: string) => () =>
    current && open(`${current.href}${current.href.includes('?') ? '&' : '?'}do=${deed}`)
  const onRow = (event: KeyboardEvent) => event.target instanceof Element && event.target.matches('body, a.words')
  const [peeking, setPeek] = peek
  const esc = () => {
    if (peeking) setPeek(false)
    else selection.clear()
  }

  useShortcuts([
    { ...list, keys: 'j', label: verb.next, run: () => selection.move(1, false) },
    { ...list, keys: 'k', label: verb.previous, run: () => selection.move(-1, false) },
    { ...list, keys: 'arrowdown', label: '', run: () => selection.move(1, false), when: onRow },
    { ...list, keys: 'arrowup', label: '', run: () => selection.move(-1, false), when: onRow },
    { ...list, keys: 'shift+j', label: '', run: () => selection.move(1, true) },
    { ...list, keys: 'shift+k', label: '', run: () => selection.move(-1, true) },
    { ...one, keys: 'o', label: verb.open, run: () => current && open(current.href) },
    {
      ...one,
      keys: 'enter',
      label: '',
      keyOnly: true,
      run: () => current && open(current.href),
      when: onBody(current),
    },
    {
      ...one,
      keys: 'space',
      label: verb.preview,
      run: () => setPeek(!peeking),
      when: (e) => current !== null && onRow(e),
    },
    { ...one, keys: 'x', label: verb.select, run: () => current && selection.toggle(current.id) },
    { ...act, keys: 'a', label: verb.assignee, run: () => pick('assignee') },
    { ...act, keys: 'i', label: verb.me, run: takeIt },
    { ...act, keys: 's', label: verb.status, run: () => pick('status') },
    { ...act, keys: 'p', label: verb.priority, run: () => pick('priority') },
    { ...act, keys: 't', label: verb.touchpoint, run: () => pick('touchpoint') },
    { ...act, keys: 'c', label: verb.rootCause, run: () => pick('rootCause') },
    { ...one, keys: 'r', label: verb.reply, run: go('reply') },
    { ...one, keys: 'n', label: verb.note, run: go('note') },
    { ...one, keys: 'e', label: verb.resolve, run: go('resolve') },
    { ...one, keys: 'y', label: verb.copy, run: () => current && copy(current, words) },
    { ...list, keys: 'mod+a', label: '', run: selection.all },
    { ...list, keys: 'escape', label: verb.clear, run: esc, when: () => peeking || selection.has.size > 0 },
    { ...list, keys: '.', label: verb.reload, run: reload },
  ])
}

// A focused link opens by itself; this is for when nothing has the focus.
const onBody = (current: RowView | null) => (event: KeyboardEvent) => current !== null && event.target === document.body

async function copy(row: RowView, words: QueueWords) {
  await navigator.clipboard.writeText(new URL(`/tickets/${row.number}`, window.location.href).href)
  announce(words.said.copied)
}
