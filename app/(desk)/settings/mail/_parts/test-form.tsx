'use client'
import type { ReactNode } from 'react'
import { Form, type FormAnswer } from '@/app/_ui/form'

type TestFormProps = { answer: FormAnswer; done: string; offline: string; children: ReactNode }

/** A form of one field and its button. */
export const TestForm = ({ children, ...rest }: TestFormProps) => (
  <Form {...rest} className="grid max-w-[420px] justify-items-start gap-3 [&>.field]:w-full">
    {children}
  </Form>
)
