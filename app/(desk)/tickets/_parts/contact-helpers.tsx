'use client'
import { fill } from '@/app/_ui/fill'
import { Picker } from '@/app/_ui/picker'
import { askForTeam } from '../deeds-actions'
import type { Choice } from './row-view'
import { useTry } from './use-answer'

export type HelperWords = { label: string; none: string; done: string; offline: string }

type HelperPickerProps = {
  open: boolean
  onClose: () => void
  note: string
  ticket: { id: string }
  /** Teams that do not help yet. */
  teams: Choice[]
  words: HelperWords
}

/** Which other team is asked to help; the ticket stays where it is. */
export function HelperPicker({ open, onClose, note, ticket, teams, words }: HelperPickerProps) {
  const { run } = useTry(words.offline)
  return (
    <Picker
      open={open}
      onClose={onClose}
      label={words.label}
      none={words.none}
      note={note}
      options={teams.map((one) => ({ value: one.id, label: one.name }))}
      onPick={(team) =>
        run(
          () => askForTeam({ id: ticket.id, team }),
          fill(words.done, { name: teams.find((one) => one.id === team)?.name ?? '' }),
        )
      }
    />
  )
}
