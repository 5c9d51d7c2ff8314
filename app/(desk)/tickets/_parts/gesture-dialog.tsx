'use client'
import { TextField } from '@/app/_ui/input'
import { SelectField } from '@/app/_ui/select'
import { TextareaField } from '@/app/_ui/textarea'
import { toast } from '@/app/_ui/toast'
import { addTicketGesture } from '../deeds-actions'
import { DialogForm } from './dialog-form'
import { useAnswer } from './use-answer'

export type GestureWords = {
  title: string
  type: string
  types: { value: string; label: string }[]
  cost: string
  costHint: string
  note: string
  foot: string
  added: string
  waits: string
  offline: string
  save: string
  saving: string
  cancel: string
  close: string
}

type GestureDialogProps = {
  open: boolean
  onClose: () => void
  ticket: { id: string; number: number }
  currency: string
  words: GestureWords
}

/** What is given to make up for it, and what it costs; above a limit a lead says yes. */
export function GestureDialog({ open, onClose, ticket, currency, words }: GestureDialogProps) {
  const answer = useAnswer(words.offline)
  const { wrong, send } = answer
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const cost = text('cost').replace(',', '.') || undefined
    const gesture = { id: ticket.id, type: text('type') as 'refund', cost, note: text('note') || null }
    send(
      () => addTicketGesture(gesture),
      null,
      ({ approved }) => {
        onClose()
        toast({ text: approved ? words.added : words.waits })
      },
    )
  }
  return (
    <DialogForm
      open={open}
      onClose={onClose}
      title={words.title}
      note={`#${ticket.number}`}
      foot={words.foot}
      words={words}
      answer={answer}
      onSubmit={submit}
    >
      <div className="grid gap-5 tablet:grid-cols-2">
        <SelectField name="type" label={words.type} options={words.types} error={wrong?.fields.type} />
        <TextField
          name="cost"
          inputMode="decimal"
          label={`${words.cost} (${currency})`}
          hint={words.costHint}
          maxLength={20}
          error={wrong?.fields.cost}
        />
      </div>
      <TextareaField name="note" label={words.note} rows={2} maxLength={1_000} error={wrong?.fields.note} />
    </DialogForm>
  )
}
