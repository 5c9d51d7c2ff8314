'use client'
import { Lock, Phone } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { read, write } from '@/app/_ui/use-store'

import { addNote, sendReply } from '../actions'
import type { Mode } from './deed'
import type { TicketWords } from './ticket-words'
import { useAnswer } from './use-answer'
import { ask, useDeed } from './use-deed'

type ComposerProps = {
  ticket: { id: string; version: number }
  /** Null when there is nobody to write to; `unreachable` says why. */
  to: { name: string; address: string } | null
  unreachable: string
  from: string
  /** What the address asked for. */
  first: Mode
  canWait: boolean
  words: TicketWords['composer']
}

/** Answering the customer, or noting something for the team. What is typed stays in this browser until it is sent. */
export function Composer({ ticket, to, unreachable, from, first, canWait, words }: ComposerProps) {
  const id = useId()
  const router = useRouter()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [mode, setMode] = useState<Mode>(first)
  const [open, setOpen] = useState(false)
  const draft = `lazo.draft.${ticket.id}.${mode}`
  const { wrong, setWrong, busy, send, within } = useAnswer(words.offline)
  const noteOnly = mode === 'reply' && !to

  useEffect(() => setText(read(draft) ?? ''), [draft])
  const begin = (chosen: Mode) => {
    setMode(chosen)
    setOpen(true)
    window.requestAnimationFrame(() => area.current?.focus())
  }
  useDeed((deed) => {
    if (deed !== 'reply' && deed !== 'note') return
    begin(deed)
  })
  const type = (typed: string) => {
    setText(typed)
    write(draft, typed || null)
  }

  const submit = (wait = false) => {
    if (noteOnly) return
    if (!text.trim()) return setWrong({ message: words.empty, fields: { text: words.empty } })
    const seen = { id: ticket.id, version: ticket.version, text }
    send(
      () => (mode === 'note' ? addNote(seen) : sendReply({ ...seen, ...(wait && { next: 'wait' as const }) })),
      mode === 'note' ? words.noted : words.sent,
      () => {
        type('')
        setOpen(false)
        // By then the letter has usually left, and its state says so.
        window.setTimeout(() => router.refresh(), 2_500)
        // To what was just said, which stands at the end.
        window.requestAnimationFrame(() => window.scrollTo({ top: document.body.scrollHeight }))
      },
    )
  }

  return (
    <section
      ref={within}
      className="composer float"
      aria-label={mode === 'note' ? words.note : words.reply}
      data-note={mode === 'note' ? '' : undefined}
      data-shut={open || text ? undefined : ''}
    >
      <div className="composer-tabs">
        <button type="button" aria-pressed={mode === 'reply'} onClick={() => begin('reply')}>
          {words.reply} <span className="kbd max-tablet:hidden">R</span>
        </button>
        <button type="button" aria-pressed={mode === 'note'} onClick={() => begin('note')}>
          {words.note} <span className="kbd max-tablet:hidden">N</span>
        </button>
        <span className="flex-1" />
        {text ? <span className="text-12 max-tablet:hidden">{words.kept}</span> : null}
      </div>
      <p className="composer-to" id={`${id}-to`}>
        {mode === 'note' ? (
          <span className="note-tag">
            <Lock className="i" aria-hidden="true" />
            {words.private}
          </span>
        ) : to ? (
          <>
            <span className="text-3">{words.to}</span> {to.address}
            <span className="ms-4 max-tablet:hidden">
              <span className="text-3">{words.from}</span> {from}
            </span>
          </>
        ) : (
          unreachable
        )}
      </p>
      {noteOnly ? (
        <div className="h-3" />
      ) : (
        <textarea
          ref={area}
          rows={2}
          aria-label={mode === 'note' ? words.note : words.reply}
          aria-describedby={`${id}-to${wrong ? ` ${id}-wrong` : ''}`}
          aria-invalid={wrong?.fields.text ? true : undefined}
          placeholder={mode === 'note' ? words.notePlaceholder : words.replyPlaceholder}
          maxLength={20_000}
          value={text}
          onChange={(change) => type(change.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      )}
      {wrong ? (
        <div className="px-3 pb-3" id={`${id}-wrong`}>
          <Notice kind="error">{wrong.fields.text ?? wrong.message}</Notice>
        </div>
      ) : null}
      <div className="composer-foot">
        <Button
          variant="ghost"
          size="sm"
          icon={<Phone className="i" aria-hidden="true" />}
          hint="L"
          onClick={() => ask('call')}
        >
          <span className="max-tablet:sr-only">{words.call}</span>
        </Button>
        <span className="flex-1" />
        {mode === 'reply' && to && canWait ? (
          <Button size="sm" aria-disabled={busy} onClick={() => submit(true)}>
            {words.sendWait}
          </Button>
        ) : null}
        {noteOnly ? null : (
          <Button variant="primary" size="sm" hint="Ctrl ↵" aria-disabled={busy} onClick={() => submit()}>
            {busy ? words.sending : mode === 'note' ? words.save : words.send}
          </Button>
        )}
      </div>
    </section>
  )
}
