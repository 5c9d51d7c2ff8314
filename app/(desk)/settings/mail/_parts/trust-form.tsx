'use client'
import type { ReactNode } from 'react'
import { Form, type FormAnswer } from '@/app/_ui/form'

type TrustFormProps = { answer: FormAnswer; address: string; done: string; offline: string; children: ReactNode }

/** The form that names one address. */
export const TrustForm = ({ address, children, ...rest }: TrustFormProps) => (
  <Form {...rest} className="grid gap-4">
    <input type="hidden" name="address" value={address} />
    {children}
  </Form>
)
