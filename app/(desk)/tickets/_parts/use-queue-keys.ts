'use client'
import { useShortcuts } from '@/app/_ui/shortcuts'
import { alias, onRow, openDeeds, pickDeeds } from './queue-keys'
import type { ChangeKind, RowView } from './row-view'
import type { Selection } from './use-selection'

export type QueueDeeds = {
  current: RowView | null
  /** The selection, or else the row one stands on. */
  targets: RowView[]
  selection: Selection
  triage: boolean
  /** Opens the ticket, and goes on there with a deed. */
  open: (row: RowView, deed?: string) => void
  pick: (kind: ChangeKind) => void
  takeIt: () => void
  snooze: () => void
  macro: () => void
  merge: () => void
  discard: () => void
  unread: () => void
  copy: (row: RowView) => void
  peek: () => void
  leave: () => boolean
  load: () => void
}

/** The queue by keyboard: every key acts on the selection, or else on the row one stands on. */
export function useQueueKeys(deeds: QueueDeeds) {
  const { current, targets, selection, triage } = deeds
  const list = { keyOnly: true }
  const some = { when: () => targets.length > 0 }
  const one = { when: () => current !== null }
  const sorting = { when: () => triage && targets.length > 0 }
  const open = (deed?: string) => () => current && deeds.open(current, deed)
  const body = (event: KeyboardEvent) => current !== null && event.target === document.body
  useShortcuts([
    { ...list, deed: 'next', run: () => selection.move(1, false) },
    { ...list, deed: 'previous', run: () => selection.move(-1, false) },
    alias({ keys: 'arrowdown', run: () => selection.move(1, false), when: onRow }),
    alias({ keys: 'arrowup', run: () => selection.move(-1, false), when: onRow }),
    { ...list, deed: 'extendDown', run: () => selection.move(1, true) },
    { ...list, deed: 'extendUp', run: () => selection.move(-1, true) },
    alias({ keys: 'shift+arrowdown', run: () => selection.move(1, true), when: onRow }),
    alias({ keys: 'shift+arrowup', run: () => selection.move(-1, true), when: onRow }),
    alias({ keys: 'home', run: () => selection.move(-1_000, false), when: onRow }),
    alias({ keys: 'end', run: () => selection.move(1_000, false), when: onRow }),
    { ...one, deed: 'open', run: open() },
    // A focused link opens by itself; this is for when nothing has the focus.
    alias({ keys: 'enter', run: open(), when: body }),
    { deed: 'preview', run: deeds.peek, when: (event) => current !== null && onRow(event) },
    { ...one, deed: 'select', run: () => current && selection.toggle(current.id) },
    { ...list, deed: 'selectAll', run: selection.all },
    ...pickDeeds.map(([deed, kind]) => ({ ...some, deed, run: () => deeds.pick(kind) })),
    { ...some, deed: 'me', run: deeds.takeIt },
    { ...some, deed: 'snooze', run: deeds.snooze },
    { ...some, deed: 'macro', run: deeds.macro },
    ...openDeeds.map(([deed, asked]) => ({ ...one, deed, run: open(asked) })),
    { ...some, deed: 'unread', run: deeds.unread },
    { ...one, deed: 'copy', run: () => current && deeds.copy(current) },
    { ...sorting, deed: 'accept', run: deeds.takeIt },
    { ...sorting, deed: 'acceptTeam', run: () => deeds.pick('team') },
    { ...sorting, deed: 'merge', run: deeds.merge },
    { ...sorting, deed: 'discard', run: deeds.discard },
    { ...list, deed: 'leave', run: () => void deeds.leave() },
    { ...list, deed: 'reload', run: deeds.load },
  ])
}
