'use client'
import type { ReactNode } from 'react'
import type { ButtonLook } from '@/app/_ui/button'
import { Form, Submit } from '@/app/_ui/form'
import type { FormState } from '@/app/_ui/form-state'

type DeedProps = {
  id: string
  answer: (state: FormState, form: FormData) => Promise<FormState>
  words: { busy: string; done: string; offline: string }
  look?: ButtonLook['variant']
  children: ReactNode
}

/** One deed on one letter, as a button. */
export const Deed = ({ id, answer, words, look = 'default', children }: DeedProps) => (
  <Form answer={answer} done={words.done} offline={words.offline}>
    <input type="hidden" name="id" value={id} />
    <Submit variant={look} busy={words.busy}>
      {children}
    </Submit>
  </Form>
)
