'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Mode } from './deed'
import { type KeptDraft, keepOnServer, readLocal, writeLocal, younger } from './draft-keeping'

export type DraftState = 'none' | 'saving' | 'saved' | 'local'

type Asked = {
  ticket: { id: string; number: number }
  mode: Mode
  /** What the server keeps of each. */
  kept: Partial<Record<Mode, KeptDraft>>
  /** The last message that stands on the page. */
  last: string | null
}

const pause = 900

/**
 * The words of one draft: kept in this browser with every key, on the server a moment later, and again when the connection
 * is back. `seen` is the last message that was read when it was begun.
 */
export function useDraft({ ticket, mode, kept, last }: Asked) {
  const [text, setText] = useState('')
  const [state, setState] = useState<DraftState>('none')
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const seen = useRef<string | null>(null)
  const timer = useRef(0)
  const going = useRef<Promise<unknown>>(Promise.resolve())
  const pending = useRef<(() => void) | null>(null)
  const { id, number } = ticket

  const push = useCallback(
    (words: string) => {
      window.clearTimeout(timer.current)
      pending.current = null
      setState(words ? 'saving' : 'none')
      going.current = going.current.then(async () => {
        const at = await keepOnServer(number, mode, { text: words, seen: seen.current })
        if (!at) return setState('local')
        // A newer key may have been pressed since: then what this browser keeps is still the younger.
        if (pending.current === null) {
          writeLocal(id, mode, null)
          setState(words ? 'saved' : 'none')
        }
        setSavedAt(at)
      })
      return going.current
    },
    [id, number, mode],
  )

  const type = useCallback(
    (words: string, begun: string | null) => {
      if (!words.trim() || !seen.current) seen.current = begun
      setText(words)
      writeLocal(id, mode, { text: words, at: new Date().toISOString(), seen: seen.current })
      window.clearTimeout(timer.current)
      pending.current = () => void push(words)
      timer.current = window.setTimeout(pending.current, pause)
    },
    [id, mode, push],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server kept when the page came; later answers must not overwrite what is being typed
  useEffect(() => {
    const local = readLocal(id, mode)
    const begun = younger(kept[mode] ?? null, local)
    setText(begun?.text ?? '')
    seen.current = begun?.seen ?? null
    setSavedAt(kept[mode]?.at ?? null)
    setState(begun?.text ? (begun === local ? 'local' : 'saved') : 'none')
    if (begun && begun === local) void push(begun.text)
    const flush = () => pending.current?.()
    window.addEventListener('online', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('online', flush)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [id, mode])

  // What waits for a connection is tried again when it is back.
  useEffect(() => {
    if (state !== 'local') return
    const again = () => void push(text)
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [state, text, push])

  return {
    text,
    state,
    savedAt,
    /** The last message read when this was begun; what came later must be shown before it is sent. */
    seen: () => (text.trim() ? seen.current : last),
    type: (words: string) => type(words, last),
    /** What came in between has been read. */
    haveSeen: (message: string | null) => {
      seen.current = message
    },
    /** Everything was sent: nothing is left to keep. */
    clear: async () => {
      window.clearTimeout(timer.current)
      pending.current = null
      seen.current = null
      setText('')
      writeLocal(id, mode, null)
      await push('')
    },
  }
}
