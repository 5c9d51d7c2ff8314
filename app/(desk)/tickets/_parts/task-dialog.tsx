'use client'
import { TextField } from '@/app/_ui/input'
import { SelectField } from '@/app/_ui/select'
import { addTicketTask } from '../deeds-actions'
import { DialogForm } from './dialog-form'
import type { Choice } from './row-view'
import { useAnswer } from './use-answer'

export type TaskWords = {
  title: string
  text: string
  who: string
  nobody: string
  due: string
  done: string
  offline: string
  save: string
  saving: string
  cancel: string
  close: string
}

type TaskDialogProps = {
  open: boolean
  onClose: () => void
  ticket: { id: string; number: number }
  people: Choice[]
  words: TaskWords
}

/** Something that has to be done on this ticket, by whom and until when. */
export function TaskDialog({ open, onClose, ticket, people, words }: TaskDialogProps) {
  const answer = useAnswer(words.offline)
  const { wrong, send } = answer
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '')
    const task = { id: ticket.id, text: text('text'), assignee: text('assignee') || null, due: text('due') || null }
    send(() => addTicketTask(task), words.done, onClose)
  }
  return (
    <DialogForm
      open={open}
      onClose={onClose}
      title={words.title}
      note={`#${ticket.number}`}
      words={words}
      answer={answer}
      onSubmit={submit}
    >
      <TextField name="text" label={words.text} maxLength={300} error={wrong?.fields.text} />
      <div className="grid gap-5 tablet:grid-cols-2">
        <SelectField
          name="assignee"
          label={words.who}
          placeholder={words.nobody}
          options={people.map((one) => ({ value: one.id, label: one.note ? `${one.name} · ${one.note}` : one.name }))}
          error={wrong?.fields.assignee}
        />
        <TextField name="due" type="date" label={words.due} error={wrong?.fields.due} />
      </div>
    </DialogForm>
  )
}
