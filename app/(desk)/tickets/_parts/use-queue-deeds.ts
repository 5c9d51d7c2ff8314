'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '@/app/_ui/fill'
import { announce } from '@/app/_ui/live-region'
import { useRegistry } from '@/app/_ui/shortcuts'
import { toast } from '@/app/_ui/toast'
import type { View } from '@/lib/tickets/shared'
import type { useQueueLeave } from './queue-leave'
import type { useQueueLine } from './queue-line'
import type { QueueWords } from './queue-words'
import type { ChangeKind, Choice, DeedKind, RowView } from './row-view'
import type { useBulk } from './use-bulk'
import type { useChanges } from './use-changes'
import { useQueueKeys } from './use-queue-keys'
import type { useRows } from './use-rows'
import type { Selection } from './use-selection'

/** A deed that begins with a question: a list, a dialog. */
export type Asking = ChangeKind | 'snooze' | 'snoozing' | 'macro' | 'merge' | 'discard'

type Given = {
  rows: RowView[]
  view: View
  me: Choice
  words: QueueWords
  selection: Selection
  changes: ReturnType<typeof useChanges<RowView>>
  bulk: ReturnType<typeof useBulk>
  leave: ReturnType<typeof useQueueLeave>
  peek: [boolean, (open: boolean) => void]
  list: ReturnType<typeof useRows>
  line: ReturnType<typeof useQueueLine>
  keepPlace: (id: string) => void
}

/** So many are changed one by one before one's eyes; more are the worker's. */
export const byHand = 50

/** What can be done in the list, whoever asks for it: a key, the bar, a row's "⋯", a swipe. */
export function useQueueDeeds(given: Given) {
  const { rows, view, me, words, selection, changes, bulk, leave, peek, list, line, keepPlace } = given
  const router = useRouter()
  const registry = useRegistry()
  const [asking, setAsking] = useState<Asking | null>(null)
  const current = rows.find((row) => row.id === selection.cursor) ?? null
  const chosen = rows.filter((row) => selection.has.has(row.id))
  const targets = chosen.length > 0 ? chosen : current ? [current] : []
  const [peeking, setPeek] = peek

  const clear = () => {
    bulk.chooseEverything(false)
    selection.clear()
  }
  const change = (kind: DeedKind, choice: Choice | null) => {
    if (targets.length === 0) return
    if (!bulk.everything && targets.length <= byHand) return changes.change(targets, kind, choice)
    void bulk.begin(targets, kind, choice).then((begun) => begun && clear())
  }
  const begin = (deed: Asking | 'me' | 'unread') => {
    if (deed === 'me') return change('assignee', me)
    if (deed === 'unread') return change('unread', null)
    setAsking(deed)
  }
  const open = (row: RowView, deed?: string) => {
    if (line.old !== null) return toast({ kind: 'error', text: fill(words.offline.closed, { number: row.number }) })
    keepPlace(row.id)
    router.push(deed ? `${row.href}${row.href.includes('?') ? '&' : '?'}do=${deed}` : row.href)
  }
  const load = () => {
    list.load()
    line.look()
  }
  const stepBack = () => {
    if (selection.has.size > 0) clear()
    else if (peeking) setPeek(false)
    else if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) {
      document.activeElement.blur()
      selection.setCursor(null)
    } else return false
    return true
  }
  const showDeeds = (id: string) => {
    selection.setCursor(id)
    const row = rows.find((one) => one.id === id)
    registry?.showPalette(row && `#${row.number}`)
  }
  const swipe = (id: string, towards: 'start' | 'end') => {
    const row = rows.find((one) => one.id === id)
    if (!row) return
    selection.setCursor(id)
    if (towards === 'end') changes.change([row], 'assignee', me)
    else setAsking('snooze')
  }
  /** A ticket left by a deed of its own: merged, closed, changed by a macro. */
  const left = (ids: string[], did: string) => {
    const n = leave.onLeave(ids)
    toast({ text: did, said: `${did} ${fill(words.said.left, { n })}` })
    line.look()
  }

  useQueueKeys({
    current,
    targets,
    selection,
    triage: view === 'triage',
    open,
    pick: setAsking,
    takeIt: () => begin('me'),
    snooze: () => setAsking('snooze'),
    macro: () => setAsking('macro'),
    merge: () => setAsking('merge'),
    discard: () => setAsking('discard'),
    unread: () => begin('unread'),
    copy: (row) => void copy(row, words),
    peek: () => setPeek(!peeking),
    leave: stepBack,
    load,
  })
  return {
    ...{ asking, setAsking, current, chosen, targets, everything: bulk.everything, clear, change, begin, open, load },
    ...{ showDeeds, swipe, left, bulk, retry: load },
  }
}

export type Deeds = ReturnType<typeof useQueueDeeds>

async function copy(row: RowView, words: QueueWords) {
  await navigator.clipboard.writeText(new URL(`/tickets/${row.number}`, window.location.href).href)
  announce(words.said.copied)
  toast({ text: words.said.copied })
}
