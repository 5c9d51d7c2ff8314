'use client'
import { useRouter } from 'next/navigation'
import { type ComponentProps, createContext, type ReactNode, use, useRef, useState, useTransition } from 'react'
import type { ActionResult } from '@/app/_server/action'
import type { ShownRefusal } from '@/app/_server/answer'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { toast } from '@/app/_ui/toast'

type DeedFormProps = Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & {
  deed: (form: FormData) => Promise<ActionResult<unknown>>
  /** Said when it is done. */
  done: string
  /** Where to go then; without it the page stays and is read anew. */
  next?: string
  /** Said when the server cannot be reached. */
  offline: string
  /** What a field is called, by the beginning of its path. */
  labels?: Record<string, string>
  children: ReactNode
}

const Pending = createContext(false)

/** A form that does one deed: what was typed stays when it is refused, and the refusal stands where it is read first. */
export function DeedForm({ deed, done, next, offline, labels = {}, children, ...rest }: DeedFormProps) {
  const router = useRouter()
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null)
  const [pending, start] = useTransition()
  const notice = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLFormElement>(null)

  const send = (given: FormData) =>
    start(async () => {
      const result = await deed(given).catch(() => null)
      setRefusal(result && !result.ok ? result.refusal : null)
      if (!result) toast({ kind: 'error', text: offline })
      else if (!result.ok) requestAnimationFrame(() => notice.current?.focus())
      else {
        form.current?.closest('dialog')?.close()
        toast({ text: done })
        if (next) router.push(next)
        else router.refresh()
      }
    })

  return (
    <form
      {...rest}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) send(new FormData(event.currentTarget))
      }}
    >
      <div ref={notice} tabIndex={-1} className="empty:hidden">
        {refusal ? <Refused refusal={refusal} labels={labels} /> : null}
      </div>
      <Pending value={pending}>{children}</Pending>
    </form>
  )
}

/** The button of a DeedForm: says what it does while it does it. */
export function DeedButton({ busy, children, ...rest }: ComponentProps<typeof Button> & { busy: string }) {
  const pending = use(Pending)
  return (
    <Button type="submit" {...rest} aria-disabled={pending || undefined}>
      {pending ? busy : children}
    </Button>
  )
}

function Refused({ refusal, labels }: { refusal: ShownRefusal; labels: Record<string, string> }) {
  const fields = Object.entries(refusal.fields)
  const nameOf = (path: string) => labels[Object.keys(labels).find((start) => path.startsWith(start)) ?? ''] ?? path
  return (
    <Notice kind="error">
      {refusal.message}
      {fields.length > 0 ? (
        <ul className="list-disc ps-5">
          {fields.map(([path, message]) => (
            <li key={path}>
              {nameOf(path)}: {message}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  )
}
