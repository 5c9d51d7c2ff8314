'use client'
import { useEffect, useState } from 'react'
import { announce } from '@/app/_ui/live-region'
import { toast } from '@/app/_ui/toast'
import type { BulkInput } from '@/lib/desk/shared'
import { useLive } from '../../_parts/use-live'
import { beginRun, cancelRun, lookAtRun, undoRun } from '../bulk-actions'
import type { QueueWords } from './queue-words'
import type { Choice, DeedKind, RowView } from './row-view'

type Answer = Awaited<ReturnType<typeof lookAtRun>>
export type Run = Extract<Answer, { ok: true }>['value']

type Given = { ask: { view: string; q: string }; words: QueueWords; done: () => void }

const every = 1_000

/** One change of very many tickets: begun here, worked off by the worker, watched until its end and while it can be undone. */
export function useBulk({ ask, words, done }: Given) {
  const [everything, chooseEverything] = useState(false)
  const [run, setRun] = useState<Run | null>(null)
  const goes = run !== null && ['waiting', 'running', 'undoing'].includes(run.state)

  const look = async (id: string) => {
    const answer = await lookAtRun({ id }).catch(() => null)
    if (answer?.ok) setRun(answer.value)
  }
  // Once when the run ends, and not again because somebody drew anew.
  const id = run?.id ?? null
  useLive('bulk', (told) => void (run && told.id === run.id && look(run.id)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew only with another run
  useEffect(() => {
    if (!run || !goes) return
    const timer = window.setInterval(() => void look(run.id), every)
    return () => window.clearInterval(timer)
  }, [id, goes])
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the run ends
  useEffect(() => {
    if (!run || goes) return
    announce(words.run.ended.replace('{changed}', String(run.changed)).replace('{skipped}', String(run.skipped)))
    done()
  }, [id, goes])

  const start = async (input: BulkInput) => {
    const answer = await beginRun(input).catch(() => null)
    if (!answer?.ok) {
      toast({ kind: 'error', text: answer ? answer.refusal.message : words.said.offline })
      return null
    }
    chooseEverything(false)
    setRun({
      ...answer.value,
      state: 'waiting',
      changed: 0,
      skipped: 0,
      undone: 0,
      left: answer.value.total,
      undoUntil: null,
      skips: [],
    })
    return answer.value
  }
  const which = (rows: RowView[]): Pick<BulkInput, 'tickets' | 'ask'> =>
    everything ? { ask } : { tickets: rows.map(({ id, version }) => ({ id, version })) }
  const begin = (rows: RowView[], kind: DeedKind, choice: Choice | null) => {
    const change = changeOf(kind, choice)
    return change ? start({ change, ...which(rows) }) : Promise.resolve(null)
  }
  const act = async (deed: typeof cancelRun) => {
    if (!run) return
    const answer = await deed({ id: run.id }).catch(() => null)
    if (!answer?.ok) toast({ kind: 'error', text: answer ? answer.refusal.message : words.said.offline })
    await look(run.id)
  }
  return {
    ...{ everything, chooseEverything, run, start, begin, which },
    cancel: () => void act(cancelRun),
    undo: () => void act(undoRun),
    close: () => setRun(null),
  }
}

function changeOf(kind: DeedKind, choice: Choice | null): BulkInput['change'] | null {
  const value = choice?.id ?? ''
  if (kind === 'assignee') return { kind, value: value || null }
  if (kind === 'touchpoint' || kind === 'rootCause') return { kind, value: value || null }
  if (kind === 'team') return { kind, value }
  if (kind === 'priority') return { kind, value: value as 'normal' }
  if (kind === 'status') return { kind, value: value as 'in_progress' }
  if (kind === 'tag') return { kind: 'tags', add: [value], remove: [] }
  if (kind === 'untag') return { kind: 'tags', add: [], remove: [value] }
  if (kind === 'snooze') return { kind, until: new Date(value) }
  return kind === 'wake' || kind === 'unread' ? { kind } : null
}
