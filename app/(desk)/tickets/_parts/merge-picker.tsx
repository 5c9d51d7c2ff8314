'use client'
import { Picker } from '@/app/_ui/picker'

export type MergeChoice = { id: string; number: number; text: string; note?: string | undefined }

type MergePickerProps = {
  open: boolean
  /** Those that may stay. */
  tickets: MergeChoice[]
  note?: string | undefined
  words: { label: string; none: string }
  onClose: () => void
  onPick: (ticket: MergeChoice) => void
}

/** Into which ticket the same matter goes: the one that stays. */
export const MergePicker = ({ open, tickets, note, words, onClose, onPick }: MergePickerProps) => (
  <Picker
    open={open}
    onClose={onClose}
    label={words.label}
    none={words.none}
    note={note}
    options={tickets.map((one) => ({
      value: one.id,
      label: `#${one.number} · ${one.text}`,
      note: one.note,
    }))}
    onPick={(id) => {
      const chosen = tickets.find((one) => one.id === id)
      if (chosen) onPick(chosen)
    }}
  />
)
