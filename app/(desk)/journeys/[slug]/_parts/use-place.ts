'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import type { ActionResult } from '@/app/_server/action'
import { announce } from '@/app/_ui/live-region'
import { toast } from '@/app/_ui/toast'

/** Does one thing to the map, says what happened, and reads the map anew; refused, it says why. */
export function usePlace(offline: string) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const run = (deed: () => Promise<ActionResult<unknown>>, said: string) =>
    start(async () => {
      const result = await deed().catch(() => null)
      if (!result) toast({ kind: 'error', text: offline })
      else if (!result.ok) toast({ kind: 'error', text: result.refusal.message })
      else {
        announce(said)
        router.refresh()
      }
    })
  return { run, pending }
}
