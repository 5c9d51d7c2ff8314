'use client'
import { X } from 'lucide-react'
import { useOptimistic, useTransition } from 'react'
import { toast } from '@/app/_ui/toast'
import { changeTicketTask, removeTicketTask } from '../deeds-actions'
import { SideDeed } from './side-edit'
import { useTry } from './use-answer'

export type TaskList = {
  head: string
  add: string
  ticket: string
  removed: string
  offline: string
  may: boolean
  list: { id: string; text: string; done: boolean; late: boolean; note: string; check: string; remove: string }[]
}

/** What has to be done on this ticket, ticked off in place. */
export function Tasks({ tasks }: { tasks: TaskList }) {
  const [done, mark] = useOptimistic(
    Object.fromEntries(tasks.list.map((one) => [one.id, one.done])),
    (before: Record<string, boolean>, [id, is]: [string, boolean]) => ({ ...before, [id]: is }),
  )
  const [, start] = useTransition()
  const { run } = useTry(tasks.offline)
  const check = (task: string, is: boolean) =>
    start(async () => {
      mark([task, is])
      const result = await changeTicketTask({ id: tasks.ticket, task, done: is }).catch(() => null)
      if (!result?.ok) toast({ kind: 'error', text: result?.refusal.message ?? tasks.offline })
    })
  return (
    <section>
      <h2 className="side-head">{tasks.head}</h2>
      <ul className="grid gap-1">
        {tasks.list.map((one) => (
          <li key={one.id} className="flex items-start gap-2">
            <label className="choice min-w-0 flex-1">
              <input
                type="checkbox"
                className="box"
                aria-label={one.check}
                checked={done[one.id] ?? one.done}
                disabled={!tasks.may}
                onChange={(change) => check(one.id, change.currentTarget.checked)}
              />
              <span className="min-w-0 wrap-anywhere">
                <span className={done[one.id] ? 'text-3 line-through' : undefined}>{one.text}</span>
                {one.note ? <span className={`help block ${one.late ? 'text-late' : ''}`}>{one.note}</span> : null}
              </span>
            </label>
            {tasks.may ? (
              <button
                type="button"
                className="tool"
                aria-label={one.remove}
                onClick={() => run(() => removeTicketTask({ id: tasks.ticket, task: one.id }), tasks.removed)}
              >
                <X className="i" aria-hidden="true" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {tasks.may ? <SideDeed deed="task">{tasks.add}</SideDeed> : null}
    </section>
  )
}
