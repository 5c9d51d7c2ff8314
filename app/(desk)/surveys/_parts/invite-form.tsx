'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { TextareaField } from '@/app/_ui/textarea'
import { invite } from '../actions'

type Said = { kind: 'ok' | 'error'; lines: string[] }
type Props = {
  survey: string
  words: { list: string; example: string; button: string; busy: string; offline: string }
  /** The touchpoint that it is about. */
  children: ReactNode
}

/** A pasted list of people; what became of it stands above the form, and the list stays when it was refused. */
export function InviteForm({ survey, words, children }: Props) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const notice = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const [pending, start] = useTransition()
  const send = (given: FormData) =>
    start(async () => {
      const result = await invite(given).catch(() => null)
      if (!result) setSaid({ kind: 'error', lines: [words.offline] })
      else if (result.ok) setSaid({ kind: 'ok', lines: result.value })
      else setSaid({ kind: 'error', lines: [result.refusal.fields.list ?? result.refusal.message] })
      if (result?.ok) {
        form.current?.reset()
        router.refresh()
      }
      requestAnimationFrame(() => notice.current?.focus())
    })
  return (
    <form
      ref={form}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) send(new FormData(event.currentTarget))
      }}
    >
      <div ref={notice} tabIndex={-1} role="status" className="empty:-mb-4">
        {said ? <Notice kind={said.kind}>{said.lines.join(' ')}</Notice> : null}
      </div>
      <input type="hidden" name="survey" value={survey} />
      <TextareaField name="list" label={words.list} placeholder={words.example} rows={6} required spellCheck={false} />
      {children}
      <div>
        <Button type="submit" aria-disabled={pending || undefined}>
          {pending ? words.busy : words.button}
        </Button>
      </div>
    </form>
  )
}
