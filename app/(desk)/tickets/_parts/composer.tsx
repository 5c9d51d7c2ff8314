'use client'
import { ChevronDown, Lock } from 'lucide-react'
import dynamic from 'next/dynamic'
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { fill } from '@/app/_ui/fill'
import { Notice } from '@/app/_ui/notice'
import { ComposerFiles, type DraftFile, useFiles } from './composer-files'
import { ComposerFoot } from './composer-foot'
import { MentionList, type Person, useMentions, withMentions } from './composer-mentions'
import type { Recent } from './composer-overtaken'
import { Saved, since } from './composer-saved'
import { useSending } from './composer-sending'
import { type OthersDraft, ShareDraft, SharedDrafts } from './composer-shared'
import type { ComposerWords } from './composer-words'
import type { Mode } from './deed'
import type { KeptDraft } from './draft-keeping'
import { useDraft } from './draft-use'
import { tellDoing } from './presence-beat'
import type { SnoozeWords } from './snooze-picker'
import { ask, useDeed } from './use-deed'

const Overtaken = dynamic(() => import('./composer-overtaken').then((its) => its.Overtaken))
const LaterPicker = dynamic(() => import('./snooze-picker').then((its) => its.SnoozePicker))

export type ComposerProps = {
  ticket: { id: string; number: number }
  /** Null when there is nobody to write to; `unreachable` says why. */
  to: { name: string; address: string } | null
  unreachable: string
  from: string
  /** What the address asked for. */
  first: Mode
  can: { wait: boolean; resolve: boolean; macro: boolean }
  /** What was said last, newest at the end; what a draft may have passed by. */
  recent: Recent[]
  drafts: { mine: Partial<Record<Mode, KeptDraft & { shared: boolean }>>; others: OthersDraft[] }
  files: DraftFile[]
  people: Person[]
  later: SnoozeWords
  /** "10:42" in the reader's own time. */
  zone: { locale: string; timeZone: string }
  words: ComposerWords
}

const variable = /\{\{[^{}]*\}\}/g

/** Answering the customer, or noting something for the team. Nothing typed is lost: not by a closed window, an error or another's change. */
export function Composer(props: ComposerProps) {
  const { ticket, to, unreachable, from, first, can, recent, drafts, people, later, zone, words } = props
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [mode, setMode] = useState<Mode>(first)
  const [open, setOpen] = useState(false)
  const [picking, setPicking] = useState(false)
  const last = recent.at(-1)?.id ?? null
  const draft = useDraft({ ticket, mode, kept: drafts.mine, last })
  const files = useFiles(ticket.number, props.files, words.files)
  const mentions = useMentions(area, mode === 'note' ? people : [], draft.type)
  const { wrong, setWrong, busy, within, overtaken, read, note, reply } = useSending(ticket, words)
  const mute = mode === 'reply' && !to
  const label = mode === 'note' ? words.note : words.reply

  const begin = (chosen: Mode) => {
    setMode(chosen)
    setOpen(true)
    window.requestAnimationFrame(() => area.current?.focus())
  }
  useDeed((deed, given) => {
    if (deed !== 'reply' && deed !== 'note') return
    begin(deed)
    // The words of this mode may not be there before it is drawn.
    const { text } = given
    if (text) window.requestAnimationFrame(() => latest.current(text))
  })
  // What stands there already is kept: words that are brought come below it.
  const bringWords = (text: string) => draft.type(draft.text.trim() ? `${draft.text.trimEnd()}\n\n${text}` : text)
  const latest = useRef(bringWords)
  useEffect(() => {
    latest.current = bringWords
  })

  const type = (text: string) => {
    draft.type(text)
    mentions.look()
    tellDoing(text.trim() ? (mode === 'note' ? 'noting' : 'replying') : 'viewing')
  }
  const sent = () => {
    void draft.clear()
    if (mode === 'reply') files.clear()
    tellDoing('viewing')
    setOpen(false)
    area.current?.blur()
  }
  const submit = (way: 'plain' | 'wait' | 'resolve' | 'later' | 'anyway', sendAt?: string) => {
    if (mute || busy) return
    const { text } = draft
    const missing = [...new Set(text.match(variable) ?? [])].join(', ')
    const say = (message: string) => setWrong({ message, fields: { text: message } })
    if (!text.trim()) return say(words.empty)
    if (mode === 'note') return note({ text: withMentions(text, people), mode, done: sent })
    if (missing) return say(fill(words.unresolved, { names: missing }))
    if (files.going.length > 0) return say(words.uploading)
    if (way === 'later' && !sendAt) return setPicking(true)
    const seen = way === 'anyway' ? last : draft.seen()
    const attachments = files.files.map((file) => file.id)
    if (way === 'resolve') return ask('resolve', { text, attachments, seen, done: sent })
    reply(
      { text, mode, done: sent },
      { seen, attachments, ...(way === 'wait' && { next: 'wait' }), ...(sendAt && { sendAt }) },
    )
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mentions.press(event)) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit('plain')
    // One level: out of the words, not out of the ticket.
    if (event.key === 'Escape') {
      event.stopPropagation()
      event.currentTarget.blur()
      if (!draft.text) setOpen(false)
    }
  }
  const bring = (event: ClipboardEvent | DragEvent, given: FileList | undefined) => {
    if (mode !== 'reply' || mute || !given?.length) return
    event.preventDefault()
    files.add(given)
  }

  return (
    <section
      ref={within}
      className="composer float"
      aria-label={label}
      data-note={mode === 'note' ? '' : undefined}
      data-shut={open || draft.text ? undefined : ''}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => bring(event, event.dataTransfer.files)}
    >
      <div className="composer-tabs">
        <button type="button" aria-pressed={mode === 'reply'} onClick={() => begin('reply')}>
          {words.reply} <span className="kbd max-tablet:hidden">R</span>
        </button>
        <button type="button" aria-pressed={mode === 'note'} onClick={() => begin('note')}>
          <Lock className="i" aria-hidden="true" />
          {words.note} <span className="kbd max-tablet:hidden">N</span>
        </button>
        <span className="flex-1" />
        <Saved {...draft} zone={zone} words={words} />
        {open ? (
          <button type="button" className="tool composer-shut" aria-label={words.shut} onClick={() => setOpen(false)}>
            <ChevronDown className="i" aria-hidden="true" />
          </button>
        ) : null}
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
            <span className="composer-from">
              <span className="text-3">{words.from}</span> {from}
            </span>
          </>
        ) : (
          unreachable
        )}
      </p>
      <SharedDrafts {...{ ticket, mode, others: drafts.others, free: !draft.text, words }} />
      {mute ? (
        <div className="h-3" />
      ) : (
        <div className="relative">
          <textarea
            ref={area}
            rows={2}
            aria-label={label}
            aria-describedby={`${id}-to${wrong ? ` ${id}-wrong` : ''}`}
            aria-invalid={wrong?.fields.text ? true : undefined}
            aria-controls={mentions.found.length > 0 ? `${id}-people` : undefined}
            aria-activedescendant={mentions.found.length > 0 ? `${id}-people-${mentions.at}` : undefined}
            placeholder={mode === 'note' ? words.notePlaceholder : words.replyPlaceholder}
            maxLength={20_000}
            value={draft.text}
            onChange={(change) => type(change.currentTarget.value)}
            onFocus={() => setOpen(true)}
            onBlur={mentions.close}
            onKeyDown={press}
            onPaste={(event) => bring(event, event.clipboardData.files)}
          />
          <MentionList id={`${id}-people`} mentions={mentions} label={words.people} />
        </div>
      )}
      {mode === 'reply' ? <ComposerFiles its={files} words={words.files} /> : null}
      {overtaken ? (
        <Overtaken
          recent={since(recent, draft.seen())}
          words={words.overtaken}
          busy={busy}
          onAnyway={() => submit('anyway')}
          onRead={() => {
            draft.haveSeen(last)
            read()
            area.current?.focus()
          }}
        />
      ) : wrong ? (
        <div className="px-3 pb-3" id={`${id}-wrong`}>
          <Notice kind="error">
            {wrong.fields.text ?? wrong.fields.sendAt ?? wrong.fields.attachments ?? wrong.message}
          </Notice>
        </div>
      ) : null}
      <ShareDraft {...{ ticket, mode, draft: drafts.mine[mode], words }} shown={draft.state === 'saved'} />
      <ComposerFoot {...{ mode, mute, busy, can, words }} onFiles={files.add} onSend={submit} />
      {picking ? (
        <LaterPicker
          open={picking}
          words={later}
          onClose={() => setPicking(false)}
          onPick={(at) => submit('later', at)}
        />
      ) : null}
    </section>
  )
}
