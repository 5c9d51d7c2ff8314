'use client'
import { Picker } from '@/app/_ui/picker'

export type MacroChoice = { id: string; name: string; note?: string | undefined; group?: string | undefined }

type MacroPickerProps = {
  open: boolean
  macros: MacroChoice[]
  /** Whose ticket, or how many: "#1042". */
  note?: string | undefined
  words: { label: string; none: string }
  onClose: () => void
  onPick: (macroId: string) => void
}

/** Which macro; what it does is shown before it is done. */
export const MacroPicker = ({ open, macros, note, words, onClose, onPick }: MacroPickerProps) => (
  <Picker
    open={open}
    onClose={onClose}
    label={words.label}
    none={words.none}
    note={note}
    options={macros.map(({ id, name, note: side, group }) => ({
      value: id,
      label: name,
      note: side,
      ...(group && { group }),
    }))}
    onPick={onPick}
  />
)
