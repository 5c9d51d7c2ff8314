'use client'
import type { ReactNode } from 'react'
import { Form, type FormAnswer } from '@/app/_ui/form'

type MailFormProps = { answer: FormAnswer; id: string; done: string; offline: string; children: ReactNode }

/** A form about one mail. */
export const MailForm = ({ id, children, ...rest }: MailFormProps) => (
  <Form {...rest} className="grid w-full justify-items-start gap-3 [&>.field]:w-full">
    <input type="hidden" name="id" value={id} />
    {children}
  </Form>
)
