'use client'
import { useOptimistic, useRef, useTransition } from 'react'
import { fill } from '@/app/_ui/fill'
import { toast } from '@/app/_ui/toast'
import { didOf, looksOf, undoOf } from './change-looks'
import { type Sent, sendChange } from './change-send'
import type { QueueWords } from './queue-words'
import type { Choice, DeedKind, RowView } from './row-view'

/** What can be changed, and what it must show. */
export type Changing = Pick<RowView, 'id' | 'version' | 'number' | 'owner' | 'status' | 'priority' | 'touchpoint'> &
  Partial<Pick<RowView, 'team' | 'tags' | 'snoozed' | 'unread'>>

export type Change = { tickets: Changing[]; kind: DeedKind; choice: Choice | null }

type Patch = { ids: string[]; change: Partial<Changing>; gone: boolean }

export type ChangeRules = {
  /** Somebody changed the ticket first: the page asks what is to stand, instead of a notice. */
  onStale?: (change: Change) => void
  /** Whether tickets leave the list by this change. */
  leaves?: (kind: DeedKind, choice: Choice | null) => boolean
  /** They leave: the focus goes on. Says how many are left, if that is known. */
  onLeave?: (ids: string[]) => number | null
  /** Something is taken back: what the server tells next is one's own deed, and stands where it belongs. */
  onBack?: () => void
  /** Keeps what could not be sent, to be sent again; without it the person is asked to. */
  keep?: (change: Change) => void
}

/**
 * Changes one ticket or many: shown at once, taken back with the reason when refused, undone for ten seconds where the old
 * value is known.
 */
export function useChanges<Row extends Changing>(rows: Row[], words: QueueWords, rules: ChangeRules = {}) {
  const [shown, patch] = useOptimistic(rows, (before: Row[], { ids, change, gone }: Patch) =>
    gone
      ? before.filter((row) => !ids.includes(row.id))
      : before.map((row) => (ids.includes(row.id) ? { ...row, ...change } : row)),
  )
  const [busy, start] = useTransition()
  const inTurn = useTurns()

  const run = ({ tickets, kind, choice }: Change, again = false) => {
    const ids = tickets.map(({ id }) => id)
    const gone = rules.leaves?.(kind, choice) ?? false
    const left = gone ? (rules.onLeave?.(ids) ?? null) : null
    const did = didOf(kind, choice, words)
    start(async () => {
      patch({ ids, gone, change: looksOf(kind, choice, tickets) })
      const sent = await inTurn({ tickets, kind, choice })
      if (sent === 'offline' && rules.keep && !again) return rules.keep({ tickets, kind, choice })
      if (sent === 'offline' || sent.refused.length > 0) return fell(sent, { tickets, kind, choice })
      const which = fill(tickets.length === 1 ? words.said.one : words.said.many, {
        number: tickets[0]?.number ?? '',
        n: sent.changed.length,
      })
      const undo = undoOf({ tickets, kind, choice }, sent.changed)
      toast({
        text: `${did}. ${which}`,
        said: left === null ? `${did}. ${which}` : `${did}. ${fill(words.said.left, { n: left })}`,
        ...(undo.length > 0 && { action: { label: words.undo, run: () => takeBack(undo) } }),
      })
    })
  }

  // What was refused stands in the list again, because the server said so; the person may try once more.
  const fell = (sent: Sent, change: Change) => {
    const refused = sent === 'offline' ? [] : sent.refused
    const [first] = refused
    if (first?.code === 'ticket.stale' && rules.onStale) return rules.onStale(change)
    const failed =
      sent === 'offline' ? change.tickets : change.tickets.filter(({ id }) => refused.some((one) => one.id === id))
    const number = failed[0]?.number ?? change.tickets[0]?.number ?? ''
    const more = failed.length > 1 ? ` ${fill(words.said.more, { n: failed.length - 1 })}` : ''
    toast({
      kind: 'error',
      text:
        sent === 'offline'
          ? fill(words.said.offlineOf, { number }) + more
          : fill(words.said.refused, { number, why: first?.message ?? '' }) + more,
      action: {
        label: words.retry,
        run: () => run({ ...change, tickets: failed.length > 0 ? failed : change.tickets }, true),
      },
    })
  }

  const takeBack = (undo: Change[]) => {
    rules.onBack?.()
    start(async () => {
      for (const one of undo) {
        const sent = await inTurn(one)
        if (sent === 'offline' || sent.refused.length > 0) return fell(sent, one)
      }
      rules.onBack?.()
      toast({ text: words.said.undone })
    })
  }

  return {
    rows: shown,
    busy,
    change: (tickets: Changing[], kind: DeedKind, choice: Choice | null) => run({ tickets, kind, choice }),
    send: run,
  }
}

// One after the other, each from what the one before left: whoever is quicker than the page is not in conflict with themselves.
function useTurns() {
  const known = useRef(new Map<string, number>())
  const line = useRef<Promise<unknown>>(Promise.resolve())
  return (change: Change): Promise<Sent> => {
    const fresh = (ticket: Changing) => ({
      ...ticket,
      version: Math.max(ticket.version, known.current.get(ticket.id) ?? 0),
    })
    const next = line.current.then(async () => {
      const sent = await sendChange({ ...change, tickets: change.tickets.map(fresh) })
      if (sent !== 'offline') for (const { id, version } of sent.changed) known.current.set(id, version)
      return sent
    })
    line.current = next.catch(() => null)
    return next
  }
}
