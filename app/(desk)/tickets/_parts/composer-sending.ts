'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from '@/app/_ui/toast'
import { addNote } from '../actions'
import { sendReply, withdrawReply } from '../mail-actions'
import type { ComposerWords } from './composer-words'
import type { Mode } from './deed'
import { useAnswer } from './use-answer'
import { ask } from './use-deed'

/** What goes out besides the words. */
export type Sending = { next?: 'wait'; sendAt?: string; seen: string | null; attachments: string[] }

const grace = 10

type Sent = { text: string; mode: Mode; done: () => void }

/**
 * Sends a reply or keeps a note. A reply waits ten seconds in which it can be taken back, by the notice or by Ctrl Z; when
 * somebody wrote in between nothing is sent until that was read.
 */
export function useSending(ticket: { id: string }, words: ComposerWords) {
  const router = useRouter()
  const { wrong, setWrong, busy, send, within } = useAnswer(words.offline)
  const [overtaken, setOvertaken] = useState(false)

  const recall = async (message: string) => {
    const result = await withdrawReply({ message }).catch(() => null)
    if (!result?.ok) return toast({ kind: 'error', text: result?.refusal.message ?? words.offline })
    toast({ text: words.withdrawn })
    router.refresh()
    ask('reply', { text: result.value.text })
  }

  const reply = ({ text, done }: Sent, { next, sendAt, seen, attachments }: Sending) => {
    const hold = sendAt ? undefined : grace
    send(
      async () => {
        const result = await sendReply({ id: ticket.id, text, next, sendAt, seen, attachments, hold })
        if (!result.ok && result.refusal.code === 'reply.overtaken') {
          setOvertaken(true)
          router.refresh()
        }
        return result
      },
      null,
      ({ id }) => {
        done()
        setOvertaken(false)
        const run = () => void recall(id)
        toast({ text: sendAt ? words.scheduled : words.leaving, action: { label: words.undo, run } })
        // By then the letter has usually left, and its state says so.
        window.setTimeout(() => router.refresh(), (grace + 2) * 1_000)
      },
    )
  }

  return {
    ...{ wrong, setWrong, busy, within, overtaken },
    read: () => {
      setOvertaken(false)
      setWrong(null)
    },
    note: ({ text, done }: Sent) => send(() => addNote({ id: ticket.id, text }), words.noted, done),
    reply,
  }
}
