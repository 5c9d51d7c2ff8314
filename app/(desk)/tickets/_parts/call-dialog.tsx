'use client'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { TextField } from '@/app/_ui/input'
import { Notice } from '@/app/_ui/notice'
import { RadioGroup } from '@/app/_ui/radio-group'
import { SelectField } from '@/app/_ui/select'
import { TextareaField } from '@/app/_ui/textarea'
import { logContact } from '../actions'
import type { TicketWords } from './ticket-words'
import { useAnswer } from './use-answer'

type CallDialogProps = {
  open: boolean
  onClose: () => void
  ticket: { id: string; version: number; number: number }
  customer: { name: string; phone: string | null; whatsapp: string | null }
  /** It began as a chat: only how it ended is asked. */
  chat: boolean
  words: TicketWords['call']
}

/** A call, a visit, a chat that happened outside: with whom it spoke and how it ended. */
export function CallDialog({ open, onClose, ticket, customer, chat, words }: CallDialogProps) {
  const { wrong, busy, send, within } = useAnswer(words.offline)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={chat ? words.chatTitle : words.title}
      note={customer.name}
      closeLabel={words.close}
    >
      <form
        ref={within}
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          send(() => logContact(form), words.done, onClose)
        }}
      >
        <input type="hidden" name="id" value={ticket.id} />
        <input type="hidden" name="version" value={ticket.version} />
        <input type="hidden" name="direction" value="out" />
        {wrong ? <Notice kind="error">{wrong.message}</Notice> : null}
        {customer.phone ? (
          <p className="flex flex-wrap gap-x-4 text-13">
            <span>
              <span className="text-3">{words.phone}</span>{' '}
              <a className="link num" href={`tel:${customer.phone}`}>
                {customer.phone}
              </a>
            </span>
            {customer.whatsapp ? (
              <a className="link" href={customer.whatsapp} target="_blank" rel="noreferrer">
                {words.chat}
              </a>
            ) : null}
          </p>
        ) : null}
        <div className="grid gap-5 tablet:grid-cols-2">
          <SelectField
            name="channel"
            label={words.channel}
            options={words.channels}
            defaultValue={chat ? 'whatsapp' : 'phone'}
            error={wrong?.fields.channel}
          />
          <TextField
            name="minutes"
            type="number"
            inputMode="numeric"
            min={0}
            max={600}
            label={words.minutes}
            error={wrong?.fields.minutes}
          />
        </div>
        <RadioGroup
          name="outcome"
          legend={words.outcome}
          options={words.outcomes}
          defaultValue={chat ? 'no_answer' : 'spoke'}
          error={wrong?.fields.outcome}
        />
        <TextareaField
          name="note"
          label={words.note}
          hint={words.noteHint}
          maxLength={2_000}
          rows={2}
          error={wrong?.fields.note}
        />
        <DialogFoot note={words.foot}>
          <Button variant="ghost" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" variant="primary" aria-disabled={busy}>
            {busy ? words.saving : words.save}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
