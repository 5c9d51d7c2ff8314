'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { TextField } from '@/app/_ui/input'
import { Picker } from '@/app/_ui/picker'
import { zonedInstant } from './snooze-time'

export type SnoozeWords = {
  label: string
  none: string
  other: string
  when: string
  save: string
  past: string
  cancel: string
  close: string
  wake: string
  /** The reader's zone: a chosen time is meant there. */
  timeZone: string
  /** What the field begins with: "2026-11-23T09:00". */
  first: string
  choices: { until: string; label: string; note: string }[]
}

type SnoozePickerProps = {
  open: boolean
  /** Whose ticket, or how many: "#1042". */
  note?: string | undefined
  words: SnoozeWords
  /** Present while it sleeps: brings it back now. */
  onWake?: (() => void) | undefined
  onClose: () => void
  /** `until` is an ISO instant. */
  onPick: (until: string) => void
}

/** Until when one or many tickets leave the working views: a few usual times, or one's own. Stays in the page while closed. */
export function SnoozePicker({ open, note, words, onWake, onClose, onPick }: SnoozePickerProps) {
  const [own, setOwn] = useState(false)
  const [wrong, setWrong] = useState(false)
  const close = () => {
    setOwn(false)
    setWrong(false)
  }
  const options = [
    ...(onWake ? [{ value: 'wake', label: words.wake }] : []),
    ...words.choices.map((one) => ({ value: one.until, label: one.label, note: one.note })),
    { value: 'other', label: words.other },
  ]
  const pick = (value: string) => {
    if (value === 'other') return setOwn(true)
    if (value === 'wake') return onWake?.()
    onPick(value)
  }
  const submit = (local: string) => {
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) ? zonedInstant(local.slice(0, 16), words.timeZone) : null
    if (!at || at.getTime() <= Date.now()) return setWrong(true)
    onPick(at.toISOString())
    close()
  }
  return (
    <>
      <Picker
        open={open}
        onClose={onClose}
        label={words.label}
        none={words.none}
        note={note}
        options={options}
        onPick={pick}
      />
      <Dialog open={own} onClose={close} title={words.label} note={note} closeLabel={words.close}>
        <form
          className="grid gap-5"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit(String(new FormData(event.currentTarget).get('until') ?? ''))
          }}
        >
          <TextField
            name="until"
            type="datetime-local"
            label={words.when}
            defaultValue={words.first}
            error={wrong ? words.past : undefined}
          />
          <DialogFoot>
            <Button variant="ghost" onClick={close}>
              {words.cancel}
            </Button>
            <Button type="submit" variant="primary">
              {words.save}
            </Button>
          </DialogFoot>
        </form>
      </Dialog>
    </>
  )
}
