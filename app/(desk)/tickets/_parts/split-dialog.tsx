'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Checkbox } from '@/app/_ui/checkbox'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { fill } from '@/app/_ui/fill'
import { TextField } from '@/app/_ui/input'
import { Notice } from '@/app/_ui/notice'
import { SelectField } from '@/app/_ui/select'
import { splitTicket } from '../deeds-actions'
import type { Choice } from './row-view'
import { useAnswer } from './use-answer'

/** Something said that may be a matter of its own. */
export type SplitPart = { id: string; kind: 'responses' | 'messages'; label: string; note: string }

export type SplitWords = {
  title: string
  what: string
  name: string
  nameHint: string
  touchpoint: string
  same: string
  team: string
  sameTeam: string
  foot: string
  done: string
  submit: string
  nothing: string
  offline: string
  saving: string
  cancel: string
  close: string
}

type SplitDialogProps = {
  open: boolean
  onClose: () => void
  ticket: { id: string; number: number; version: number }
  parts: SplitPart[]
  touchpoints: Choice[]
  teams: Choice[]
  words: SplitWords
}

/** Two matters in one ticket: what is chosen here gets a ticket of its own. */
export function SplitDialog({ open, onClose, ticket, parts, touchpoints, teams, words }: SplitDialogProps) {
  const router = useRouter()
  const [nothing, setNothing] = useState(false)
  const { wrong, busy, send, within } = useAnswer(words.offline)
  const submit = (form: FormData) => {
    const chosen = (kind: SplitPart['kind']) =>
      parts.filter((one) => one.kind === kind && form.has(one.id)).map((one) => one.id)
    const [responses, messages] = [chosen('responses'), chosen('messages')]
    setNothing(responses.length + messages.length === 0)
    if (responses.length + messages.length === 0) return
    const text = (name: string) => String(form.get(name) ?? '') || undefined
    const more = { title: text('title'), touchpoint: text('touchpoint'), team: text('team') }
    send(
      () => splitTicket({ id: ticket.id, version: ticket.version, responses, messages, ...more }),
      fill(words.done, { number: ticket.number }),
      ({ number }) => {
        onClose()
        router.push(`/tickets/${number}`)
      },
    )
  }
  const list = (all: Choice[], none: string) => [
    { value: '', label: none },
    ...all.map((one) => ({ value: one.id, label: one.name })),
  ]
  return (
    <Dialog open={open} onClose={onClose} title={fill(words.title, { number: ticket.number })} closeLabel={words.close}>
      <form
        ref={within}
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          submit(new FormData(event.currentTarget))
        }}
      >
        {wrong || nothing ? <Notice kind="error">{nothing ? words.nothing : wrong?.message}</Notice> : null}
        <fieldset className="field" data-invalid={nothing ? '' : undefined}>
          <legend className="label mb-1.5">{words.what}</legend>
          <div className="grid max-h-[40vh] gap-1 overflow-y-auto">
            {parts.map((one) => (
              <Checkbox key={one.id} name={one.id} label={one.label} hint={one.note} />
            ))}
          </div>
        </fieldset>
        <TextField name="title" label={words.name} hint={words.nameHint} maxLength={200} error={wrong?.fields.title} />
        <div className="grid gap-5 tablet:grid-cols-2">
          <SelectField
            name="touchpoint"
            label={words.touchpoint}
            options={list(touchpoints, words.same)}
            error={wrong?.fields.touchpoint}
          />
          <SelectField
            name="team"
            label={words.team}
            options={list(teams, words.sameTeam)}
            error={wrong?.fields.team}
          />
        </div>
        <DialogFoot note={words.foot}>
          <Button variant="ghost" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" variant="primary" aria-disabled={busy}>
            {busy ? words.saving : words.submit}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
