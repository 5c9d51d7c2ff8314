'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { addAddress, splitMail } from '../mail-actions'
import type { StrangerLine } from './timeline-item'
import { useTry } from './use-answer'

export type StrangerWords = { add: string; added: string; split: string; parted: string; offline: string }

type MessageStrangerProps = { who: StrangerLine; words: StrangerWords }

/** Mail from an address that is not the customer's: theirs too, or another matter? Only a person decides. */
export function MessageStranger({ who, words }: MessageStrangerProps) {
  const { busy, run } = useTry(words.offline)
  return (
    <Notice
      kind="soon"
      actions={
        <>
          <Button
            size="sm"
            aria-disabled={busy}
            onClick={() => run(() => addAddress({ message: who.messageId }), words.added)}
          >
            {words.add}
          </Button>
          <Button
            size="sm"
            aria-disabled={busy}
            onClick={() => run(() => splitMail({ message: who.messageId }), words.parted)}
          >
            {words.split}
          </Button>
        </>
      }
    >
      {who.text}
    </Notice>
  )
}
