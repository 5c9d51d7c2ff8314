'use client'
import { Picker } from '@/app/_ui/picker'
import type { QueueWords } from './queue-words'
import type { ChangeKind, Choice, Choices, RowView } from './row-view'

type ChangePickerProps = {
  kind: ChangeKind | null
  choices: Choices
  /** The one ticket it is about, to mark what it has now. */
  current:
    | (Pick<RowView, 'owner' | 'status' | 'priority' | 'touchpoint'> & Partial<Pick<RowView, 'team' | 'tags'>>)
    | null
  note?: string | undefined
  words: Pick<QueueWords, 'pick' | 'none' | 'unassigned' | 'newTag'>
  onClose: () => void
  onPick: (kind: ChangeKind, choice: Choice | null) => void
}

/** The short list behind A, S, P, T, L and C. */
export function ChangePicker({ kind, choices, current, note, words, onClose, onPick }: ChangePickerProps) {
  const list = kind ? choices[listOf[kind]] : []
  const has = kind && current ? now(kind, current) : []
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
        chosen: has.includes(one.id),
      }))}
      {...(kind === 'tag' && {
        typed: (text: string) => ({ value: text, label: words.newTag.replace('{name}', text) }),
      })}
      onPick={(value) => {
        if (!kind) return
        const known = list.find((one) => one.id === value)
        onPick(kind, known ?? (kind === 'tag' ? { id: value, name: value } : null))
      }}
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
  tag: 'tags',
} as const satisfies Record<ChangeKind, keyof Choices>

function now(kind: ChangeKind, row: NonNullable<ChangePickerProps['current']>): string[] {
  const table: Record<ChangeKind, () => string[]> = {
    assignee: () => [row.owner?.id ?? ''],
    status: () => [row.status.code],
    priority: () => [row.priority],
    touchpoint: () => [row.touchpoint?.id ?? '-'],
    team: () => [row.team?.id ?? '-'],
    tag: () => row.tags ?? [],
    rootCause: () => [],
  }
  return table[kind]()
}
