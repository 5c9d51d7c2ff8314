'use client'
import { ChevronDown, Paperclip, Phone, Zap } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { Menu } from '@/app/_ui/menu'
import type { ComposerWords } from './composer-words'
import type { Mode } from './deed'
import { ask } from './use-deed'

type ComposerFootProps = {
  mode: Mode
  /** Nothing can be written in this mode. */
  mute: boolean
  busy: boolean
  can: { wait: boolean; resolve: boolean; macro: boolean }
  words: ComposerWords
  onFiles: (files: FileList) => void
  onSend: (way: 'plain' | 'wait' | 'resolve' | 'later') => void
}

/** The composer's buttons: what goes in on the left, the ways to send on the right, one of them primary. */
export function ComposerFoot({ mode, mute, busy, can, words, onFiles, onSend }: ComposerFootProps) {
  const input = useRef<HTMLInputElement>(null)
  const replies = mode === 'reply'
  const ways = [
    ...(can.wait ? [{ key: 'wait', label: words.sendWait, onSelect: () => onSend('wait') }] : []),
    ...(can.resolve ? [{ key: 'resolve', label: words.sendResolve, onSelect: () => onSend('resolve') }] : []),
    { key: 'later', label: words.schedule, onSelect: () => onSend('later') },
  ]
  return (
    <div className="composer-foot">
      {can.macro ? (
        <Button
          variant="ghost"
          size="sm"
          icon={<Zap className="i" aria-hidden="true" />}
          hint="M"
          onClick={() => ask('macro')}
        >
          <span className="max-tablet:sr-only">{words.macro}</span>
        </Button>
      ) : null}
      {replies && !mute ? (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            onChange={(change) => {
              if (change.currentTarget.files) onFiles(change.currentTarget.files)
              change.currentTarget.value = ''
            }}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={words.attach}
            title={words.attach}
            onClick={() => input.current?.click()}
          >
            <Paperclip className="i" aria-hidden="true" />
          </Button>
        </>
      ) : null}
      <Button variant="ghost" size="icon" aria-label={words.call} title={words.call} onClick={() => ask('call')}>
        <Phone className="i" aria-hidden="true" />
      </Button>
      <span className="flex-1" />
      {replies && !mute && can.wait ? (
        <Button size="sm" className="max-tablet:hidden" aria-disabled={busy} onClick={() => onSend('wait')}>
          {words.sendWait}
        </Button>
      ) : null}
      {mute ? null : (
        <span className="split">
          <Button variant="primary" size="sm" hint="Ctrl ↵" aria-disabled={busy} onClick={() => onSend('plain')}>
            {busy ? words.sending : replies ? words.send : words.save}
          </Button>
          {replies ? (
            <Menu
              label={words.moreWays}
              triggerClass="btn btn-primary btn-sm"
              trigger={<ChevronDown className="i" aria-hidden="true" />}
              groups={[{ items: ways }]}
            />
          ) : null}
        </span>
      )}
    </div>
  )
}
