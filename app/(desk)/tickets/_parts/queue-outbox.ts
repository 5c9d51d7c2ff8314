'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fill } from '@/app/_ui/fill'
import { toast } from '@/app/_ui/toast'
import { looksOf } from './change-looks'
import { sendChange } from './change-send'
import type { QueueWords } from './queue-words'
import type { RowView } from './row-view'
import type { Change } from './use-changes'

const name = 'lazo.outbox'
const every = 10_000

/** Changes that could not be sent wait here, outlive a reload, and go as soon as the house answers. What is refused then is told. */
export function useOutbox(words: QueueWords) {
  const router = useRouter()
  const [waiting, setWaiting] = useState<Change[]>([])
  const sending = useRef(false)

  useEffect(() => setWaiting(kept()), [])
  const put = useCallback((changes: Change[]) => {
    setWaiting(changes)
    try {
      window.sessionStorage.setItem(name, JSON.stringify(changes))
    } catch {
      // Without storage they last as long as the page.
    }
  }, [])
  const keep = useCallback((change: Change) => put([...kept(), change]), [put])

  const send = useCallback(async () => {
    if (sending.current || !navigator.onLine) return
    sending.current = true
    let done = 0
    for (let [first, ...rest] = kept(); first; [first, ...rest] = kept()) {
      const sent = await sendChange(first)
      if (sent === 'offline') break
      put(rest)
      done += sent.changed.length
      const [no] = sent.refused
      const failed = first
      if (no) {
        const number = first.tickets.find(({ id }) => id === no.id)?.number ?? ''
        const again = () => keep(failed)
        toast({
          kind: 'error',
          text: fill(words.said.refused, { number, why: no.message }),
          action: { label: words.retry, run: again },
        })
      }
    }
    sending.current = false
    if (done === 0) return
    toast({ text: fill(words.said.sent, { n: done }) })
    router.refresh()
  }, [put, keep, router, words])

  useEffect(() => {
    if (waiting.length === 0) return
    const timer = window.setInterval(() => void send(), every)
    const now = () => void send()
    window.addEventListener('online', now)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('online', now)
    }
  }, [waiting.length, send])

  const pending = useMemo(() => new Set(waiting.flatMap(({ tickets }) => tickets.map(({ id }) => id))), [waiting])
  /** The rows as they will be once what waits is sent. */
  const over = useCallback(
    (rows: RowView[]) =>
      rows.map((row) => {
        const its = waiting.filter(({ tickets }) => tickets.some(({ id }) => id === row.id))
        return its.length === 0
          ? row
          : (Object.assign({}, row, ...its.map(({ kind, choice }) => looksOf(kind, choice, [row]))) as RowView)
      }),
    [waiting],
  )
  return { pending, over: waiting.length > 0 ? over : null, count: waiting.length, keep, send }
}

function kept(): Change[] {
  try {
    return JSON.parse(window.sessionStorage.getItem(name) ?? '[]') as Change[]
  } catch {
    return []
  }
}
