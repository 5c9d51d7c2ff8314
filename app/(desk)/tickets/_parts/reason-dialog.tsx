'use client'
import type { ActionResult } from '@/app/_server/action'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { fill } from '@/app/_ui/fill'
import { Notice } from '@/app/_ui/notice'
import { SelectField } from '@/app/_ui/select'
import { TextareaField } from '@/app/_ui/textarea'
import { discardTicket, reopenTicket } from '../actions'
import type { TicketWords } from './ticket-words'
import { useAnswer } from './use-answer'

type ReasonDialogProps = {
  kind: 'reopen' | 'discard'
  open: boolean
  onClose: () => void
  ticket: { id: string; version: number; number: number }
  words: TicketWords
}

/** Reopening and discarding: one reason, and what it means. */
export function ReasonDialog({ kind, open, onClose, ticket, words }: ReasonDialogProps) {
  const own = words[kind]
  const { wrong, busy, send, within } = useAnswer(words.call.offline)
  const run: (form: FormData) => Promise<ActionResult<unknown>> = kind === 'reopen' ? reopenTicket : discardTicket
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={fill(own.title, { number: ticket.number })}
      closeLabel={words.call.close}
    >
      <form
        ref={within}
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          send((): Promise<ActionResult<unknown>> => run(form), fill(own.done, { number: ticket.number }), onClose)
        }}
      >
        <input type="hidden" name="id" value={ticket.id} />
        <input type="hidden" name="version" value={ticket.version} />
        {wrong ? <Notice kind="error">{wrong.message}</Notice> : null}
        {kind === 'reopen' ? (
          <TextareaField
            name="reason"
            label={words.reopen.label}
            hint={words.reopen.hint}
            rows={3}
            maxLength={2_000}
            error={wrong?.fields.reason}
          />
        ) : (
          <SelectField
            name="reason"
            label={words.discard.label}
            options={words.discard.reasons}
            error={wrong?.fields.reason}
          />
        )}
        <DialogFoot note={own.foot}>
          <Button variant="ghost" onClick={onClose}>
            {words.call.cancel}
          </Button>
          <Button type="submit" variant={kind === 'discard' ? 'danger' : 'primary'} aria-disabled={busy}>
            {busy ? words.call.saving : own.submit}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
