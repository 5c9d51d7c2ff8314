'use client'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { fill } from '@/app/_ui/fill'
import type { QueueWords } from './queue-words'
import type { Choice, Choices, DeedKind } from './row-view'
import type { Changing } from './use-changes'

export type ConflictWords = { title: string; theirs: string; yours: string; keep: string; mine: string; close: string }
export type Conflict = { kind: DeedKind; choice: Choice | null }

type TicketConflictProps = {
  conflict: Conflict
  /** As it stands now. */
  ticket: Changing
  choices: Choices
  queue: QueueWords
  words: ConflictWords
  onKeep: () => void
  onMine: () => void
}

/** Somebody changed the ticket first: both values side by side, and one's own choice is not lost. */
export function TicketConflict({ conflict, ticket, choices, queue, words, onKeep, onMine }: TicketConflictProps) {
  const mine = conflict.choice?.name ?? queue.unassigned
  return (
    <Dialog open onClose={onKeep} title={words.title} note={`#${ticket.number}`} closeLabel={words.close}>
      <div className="grid gap-2 text-14">
        <p>{fill(words.theirs, { value: standing(conflict.kind, ticket, choices, queue) })}</p>
        <p>{fill(words.yours, { value: mine })}</p>
      </div>
      <DialogFoot>
        <Button onClick={onKeep}>{words.keep}</Button>
        <Button variant="primary" onClick={onMine}>
          {words.mine}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

function standing(kind: DeedKind, ticket: Changing, choices: Choices, queue: QueueWords): string {
  if (kind === 'assignee') return ticket.owner?.name ?? queue.unassigned
  if (kind === 'team') return ticket.team?.name ?? '–'
  if (kind === 'priority') return choices.priorities.find(({ id }) => id === ticket.priority)?.name ?? ticket.priority
  if (kind === 'touchpoint') return ticket.touchpoint?.name ?? '–'
  if (kind === 'tag' || kind === 'untag') return ticket.tags?.join(', ') || '–'
  return ticket.status.word
}
