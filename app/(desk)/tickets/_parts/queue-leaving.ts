import type { View } from '@/lib/tickets/shared'
import type { Choice, DeedKind } from './row-view'

const working: View[] = ['triage', 'mine', 'unassigned', 'overdue', 'today', 'waiting', 'open']

/** Whether a ticket leaves a view by a change: so the row can go at once, before the server has said so. */
export function leaves(view: View, kind: DeedKind, choice: Choice | null, me: string): boolean {
  const assigned = kind === 'assignee' && choice !== null
  const table: Partial<Record<DeedKind, boolean>> = {
    assignee:
      (assigned && (view === 'triage' || view === 'unassigned')) ||
      (kind === 'assignee' && view === 'mine' && choice?.id !== me),
    status: view === 'triage' || (view === 'waiting' && !choice?.id.startsWith('waiting')),
    snooze: working.includes(view),
    wake: (view as string) === 'snoozed',
  }
  return table[kind] ?? false
}
