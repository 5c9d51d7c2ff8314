'use client'
import { Picker } from '@/app/_ui/picker'
import type { QueueWords } from './queue-words'
import type { ChangeKind, Choice, Choices, RowView } from './row-view'

type ChangePickerProps = {
  kind: ChangeKind | null
  choices: Choices
  /** The one ticket it is about, to mark what it has now. */
  current: Pick<RowView, 'owner' | 'status' | 'priority' | 'touchpoint'> | null
  note?: string | undefined
  words: Pick<QueueWords, 'pick' | 'none' | 'unassigned'>
  onClose: () => void
  onPick: (kind: ChangeKind, choice: Choice | null) => void
}

/** The short list behind A, S, P, T and C. */
export function ChangePicker({ kind, choices, current, note, words, onClose, onPick }: ChangePickerProps) {
  const list = kind ? choices[listOf[kind]] : []
  const has = kind && current ? now(kind, current) : undefined
  const nobody: Choice[] = kind === 'assignee' ? [{ id: '', name: words.unassigned }] : []
  return (
    <Picker
      open={kind !== null}
      onClose={onClose}
      label={kind ? words.pick[kind] : ''}
      none={words.none}
      note={note}
      options={[...list, ...nobody].map((one) => ({
        value: one.id,
        label: one.name,
        note: one.note,
        ...(one.group && { group: one.group }),
        chosen: one.id === has,
      }))}
      onPick={(value) => kind && onPick(kind, list.find((one) => one.id === value) ?? null)}
    />
  )
}

const listOf = {
  assignee: 'people',
  team: 'teams',
  status: 'statuses',
  priority: 'priorities',
  touchpoint: 'touchpoints',
  rootCause: 'causes',
} as const satisfies Record<ChangeKind, keyof Choices>

function now(kind: ChangeKind, row: NonNullable<ChangePickerProps['current']>) {
  if (kind === 'assignee') return row.owner?.id ?? ''
  if (kind === 'status') return row.status.code
  if (kind === 'priority') return row.priority
  if (kind === 'touchpoint') return row.touchpoint?.id
  return undefined
}
