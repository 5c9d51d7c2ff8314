'use client'
import type { ReactNode } from 'react'
import type { ButtonLook } from '@/app/_ui/button'
import { Form, type FormAnswer, Submit } from '@/app/_ui/form'

type DeedProps = ButtonLook & {
  answer: FormAnswer
  values: Record<string, string>
  done?: string
  offline: string
  busy: string
  label?: string
  children: ReactNode
}

/** One button that does one thing, as a form. */
export const Deed = ({ answer, values, done, offline, busy, label, children, ...look }: DeedProps) => (
  <Form answer={answer} offline={offline} done={done} className="inline-grid justify-items-start gap-2">
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Submit variant="default" {...look} busy={busy} aria-label={label}>
      {children}
    </Submit>
  </Form>
)
