'use client'
import { useRouter } from 'next/navigation'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { ChoiceField } from '@/app/_ui/field-choice'
import { fill } from '@/app/_ui/fill'
import { TextField } from '@/app/_ui/input'
import { Notice } from '@/app/_ui/notice'
import { TextareaField } from '@/app/_ui/textarea'
import { toast } from '@/app/_ui/toast'
import { read, write } from '@/app/_ui/use-store'
import { withdrawReply } from '../mail-actions'
import { resolveTicket } from '../ticket-actions'
import { ContactEvidence } from './contact-evidence'
import type { Choice } from './row-view'
import type { TicketWords } from './ticket-words'
import { useAnswer } from './use-answer'

export type Resolving = {
  causes: Choice[]
  /** What the customer chose, or what was filed before. */
  cause: { id: string | null; note: string | null }
  /** Evidence of contact in words; null when there is none yet and it must be given here. */
  evidence: string | null
  /** What was said when it was resolved before: kept when it was reopened. */
  before: { actionTaken: string; summary: string }
  /** Whether the customer is told and asked again. */
  told: boolean
  /** What follows, in words: the letter, the question, or why there is none. */
  follows: string[]
}

type ResolveDialogProps = {
  open: boolean
  onClose: () => void
  onDone: () => void
  ticket: { id: string; version: number; number: number }
  customer: string
  resolving: Resolving
  /** What was just written in the composer, to be sent as the summary. */
  summary: string | null
  /** What goes with it: the composer's files, and the last message that was read. */
  along: { attachments: string[]; seen?: string | null | undefined }
  words: TicketWords['resolve']
}

/** The closing step, in the order a person thinks: why, what we did, do they know, when we ask again. */
export function ResolveDialog({
  open,
  onClose,
  onDone,
  ticket,
  customer,
  resolving,
  summary,
  along,
  words,
}: ResolveDialogProps) {
  const router = useRouter()
  const { wrong, busy, send, within } = useAnswer(words.offline)
  const draft = `lazo.resolve.${ticket.id}`
  const kept = open ? parsed(read(draft)) : {}
  const keep = (form: HTMLFormElement) => write(draft, JSON.stringify(Object.fromEntries(new FormData(form))))
  // Open again, and what was typed stands in the dialog when it is opened next.
  const recall = async (message: string, typed: string) => {
    const result = await withdrawReply({ message }).catch(() => null)
    if (!result?.ok) return toast({ kind: 'error', text: result?.refusal.message ?? words.offline })
    write(draft, typed)
    toast({ text: fill(words.undone, { number: ticket.number }) })
    router.refresh()
  }
  const submit = (form: FormData) =>
    send(
      () => resolveTicket({ ...given(form), ...along }),
      null,
      ({ id }) => {
        const typed = JSON.stringify(Object.fromEntries(form))
        const run = () => void recall(id, typed)
        toast({
          text: fill(words.done, { number: ticket.number }),
          ...(resolving.told && { action: { label: words.undo, run } }),
        })
        write(draft, null)
        onDone()
      },
    )
  const error = (name: string) => wrong?.fields[name]
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={fill(words.title, { number: ticket.number })}
      note={customer}
      closeLabel={words.close}
    >
      <form
        ref={within}
        className="grid gap-5"
        noValidate
        onChange={(change) => keep(change.currentTarget)}
        onSubmit={(event) => {
          event.preventDefault()
          submit(new FormData(event.currentTarget))
        }}
        onKeyDown={(event) =>
          event.key === 'Enter' && (event.metaKey || event.ctrlKey) && event.currentTarget.requestSubmit()
        }
      >
        <input type="hidden" name="id" value={ticket.id} />
        <input type="hidden" name="version" value={ticket.version} />
        {wrong ? <Notice kind="error">{wrong.message}</Notice> : null}
        <ChoiceField
          name="rootCause"
          label={words.cause}
          placeholder={words.causePlaceholder}
          none={words.causeNone}
          options={resolving.causes.map((one) => ({ value: one.id, label: one.name, note: one.note }))}
          defaultValue={kept.rootCause ?? resolving.cause.id ?? ''}
          hint={resolving.cause.note}
          error={error('rootCause')}
        />
        <TextField
          name="actionTaken"
          label={words.action}
          hint={words.actionHint}
          maxLength={500}
          defaultValue={kept.actionTaken ?? resolving.before.actionTaken}
          error={error('actionTaken')}
        />
        <TextareaField
          name="summary"
          label={words.summary}
          hint={resolving.told ? words.summaryHint : words.summaryUntold}
          maxLength={4_000}
          rows={4}
          defaultValue={summary ?? kept.summary ?? resolving.before.summary}
          error={error('summary')}
        />
        <ContactEvidence
          evidence={resolving.evidence}
          error={error('contact') ?? error('contact.outcome')}
          words={words}
        />
        <section className="field">
          <h3 className="label">{words.follows}</h3>
          <ul className="grid gap-1 text-13 text-2">
            {resolving.follows.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <DialogFoot>
          <Button variant="ghost" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" variant="primary" hint="Ctrl ↵" aria-disabled={busy}>
            {busy ? words.saving : words.submit}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

// An empty field of a form is a field that was not filled in. The letter waits, so that it can be taken back.
function given(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '') || undefined
  return {
    id: String(form.get('id')),
    version: Number(form.get('version')),
    rootCause: text('rootCause'),
    actionTaken: text('actionTaken'),
    summary: text('summary'),
    contact: text('contact') as 'phone' | undefined,
    hold: 10,
  }
}

// What was typed before the dialog was closed.
function parsed(text: string | null): Record<string, string> {
  try {
    return text ? (JSON.parse(text) as Record<string, string>) : {}
  } catch {
    return {}
  }
}
