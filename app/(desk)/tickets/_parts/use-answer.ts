'use client'
import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useRef, useState, useTransition } from 'react'
import type { ActionResult } from '@/app/_server/action'
import { toast } from '@/app/_ui/toast'

export type Wrong = { message: string; fields: Record<string, string> }

/**
 * Sends what was typed and waits for the answer: done is said, a refusal stands at its fields with nothing lost and the
 * focus on the first of them, and somebody else's change is fetched so that the next try can succeed.
 */
export function useAnswer(offline: string) {
  const router = useRouter()
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [busy, start] = useTransition()
  const within = useRef<HTMLElement>(null)

  useEffect(() => {
    if (wrong) within.current?.querySelector<HTMLElement>('[aria-invalid], [data-invalid] input')?.focus()
  }, [wrong])

  const send = <R>(run: () => Promise<ActionResult<R>>, said: string | null, done: (value: R) => void) => {
    if (busy) return
    start(async () => {
      const result = await run().catch(() => null)
      if (!result) return setWrong({ message: offline, fields: {} })
      if (!result.ok) {
        setWrong(result.refusal)
        if (result.refusal.status === 409) router.refresh()
        return
      }
      setWrong(null)
      if (said) {
        toast({ text: said })
      }
      done(result.value)
    })
  }
  return { wrong, setWrong, busy, send, within: within as RefObject<never> }
}

/** A deed behind one button: done is said; a refusal or a lost connection is said too, and can be tried again. */
export function useTry(offline: string, retry?: string) {
  const [busy, start] = useTransition()
  const router = useRouter()
  const run = <R>(deed: () => Promise<ActionResult<R>>, said: string | null, then?: (value: R) => void) => {
    if (busy) return
    start(async () => {
      const result = await deed().catch(() => null)
      if (result?.ok) {
        if (said) {
          toast({ text: said })
        }
        return then?.(result.value)
      }
      if (result?.refusal.status === 409) router.refresh()
      toast({
        kind: 'error',
        text: result?.refusal.message ?? offline,
        ...(!result && retry && { action: { label: retry, run: () => run(deed, said, then) } }),
      })
    })
  }
  return { busy, run }
}
