'use client'
import { useOptimistic, useTransition } from 'react'
import { announce } from '@/app/_ui/live-region'
import { toast } from '@/app/_ui/toast'
import { changeTickets } from '../actions'
import { fill, type QueueWords } from './queue-words'
import type { ChangeKind, Choice, RowView } from './row-view'

/** What can be changed, and what it must show. */
export type Changing = Pick<RowView, 'id' | 'version' | 'number' | 'owner' | 'status' | 'priority' | 'touchpoint'>

type Patch = { ids: string[]; change: Partial<Changing> }
type Ticket = Pick<Changing, 'id' | 'version' | 'number'>

/**
 * Changes one ticket or many: shown at once, taken back with the reason when refused, undone for ten seconds where the
 * old value is known.
 */
export function useChanges<Row extends Changing>(rows: Row[], words: QueueWords) {
  const [shown, patch] = useOptimistic(rows, (before: Row[], { ids, change }: Patch) =>
    before.map((row) => (ids.includes(row.id) ? { ...row, ...change } : row)),
  )
  const [busy, start] = useTransition()

  const change = (tickets: Changing[], kind: ChangeKind, choice: Choice | null) => {
    const before = kind === 'assignee' ? ownersOf(tickets) : null
    start(async () => {
      patch({ ids: tickets.map((one) => one.id), change: looks(kind, choice) })
      const changed = await send(tickets, kind, choice?.id ?? null, words)
      if (!changed) return
      const said = changed.length === 1 ? words.said.one : words.said.many
      const text = fill(`${words.field[kind]}: ${choice?.name ?? words.unassigned}. ${said}`, {
        number: tickets[0]?.number ?? '',
        n: changed.length,
      })
      announce(text)
      const undo = () => before?.forEach((old, owner) => void send(again(changed, old), kind, owner || null, words))
      toast({ text, ...(before && { action: { label: words.undo, run: undo } }) })
    })
  }
  return { rows: shown, busy, change }
}

async function send(tickets: Ticket[], kind: ChangeKind, value: string | null, words: QueueWords) {
  const wanted = tickets.map(({ id, version }) => ({ id, version }))
  const result = await changeTickets({ tickets: wanted, kind, value }).catch(() => null)
  if (!result) {
    toast({
      kind: 'error',
      text: words.said.offline,
      action: { label: words.retry, run: () => void send(tickets, kind, value, words) },
    })
    return null
  }
  if (!result.ok) {
    toast({ kind: 'error', text: result.refusal.message })
    return null
  }
  const [first] = result.value.refused
  const number = tickets.find((one) => one.id === first?.id)?.number ?? ''
  if (first) toast({ kind: 'error', text: fill(words.said.refused, { number, why: first.message }) })
  return result.value.changed.length > 0 && !first ? result.value.changed : null
}

// Tickets by who had them, so that each goes back to where it was.
function ownersOf(tickets: Changing[]) {
  const owners = new Map<string, Changing[]>()
  for (const one of tickets) owners.set(one.owner?.id ?? '', [...(owners.get(one.owner?.id ?? '') ?? []), one])
  return owners
}

const again = (changed: { id: string; version: number }[], old: Changing[]): Ticket[] =>
  old.flatMap((one) => changed.filter((now) => now.id === one.id).map((now) => ({ ...now, number: one.number })))

function looks(kind: ChangeKind, choice: Choice | null): Partial<Changing> {
  if (kind === 'assignee') return { owner: choice }
  if (kind === 'touchpoint') return { touchpoint: choice }
  if (kind === 'priority' && choice) return { priority: choice.id as Changing['priority'] }
  if (kind === 'status' && choice)
    return { status: { code: choice.id as Changing['status']['code'], word: choice.name } }
  return {}
}
