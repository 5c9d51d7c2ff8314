'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { drop, start } from '../actions'

type StartFormProps = {
  id: string
  /** There is something to mend first. */
  blocked: boolean
  words: Record<'start' | 'starting' | 'drop' | 'offline', string>
}

/** Begins the import, or forgets the upload. */
export function StartForm({ id, blocked, words }: StartFormProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, begin] = useTransition()
  const router = useRouter()
  const act = (deed: typeof start) =>
    begin(async () => {
      const result = await deed({ id }).catch(() => null)
      if (result?.ok) router.refresh()
      else setProblem(result ? result.refusal.message : words.offline)
    })
  return (
    <div className="grid gap-3">
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        {blocked ? null : (
          <Button variant="primary" aria-disabled={pending || undefined} onClick={() => pending || act(start)}>
            {pending ? words.starting : words.start}
          </Button>
        )}
        <Button variant="ghost" aria-disabled={pending || undefined} onClick={() => pending || act(drop)}>
          {words.drop}
        </Button>
      </div>
    </div>
  )
}
