'use client'
import type { ReactNode } from 'react'
import { Form, type FormAnswer } from '@/app/_ui/form'
import { CopyLine } from './copy-line'

type MadeOnceProps = {
  answer: FormAnswer
  offline: string
  done?: string
  line: { label: string; hint: string; words: { copy: string; copied: string } }
  className?: string
  children: ReactNode
}

/** A form whose result, a link or a key, takes the place of its fields and is shown this once. */
export const MadeOnce = ({ line, children, ...form }: MadeOnceProps) => (
  <Form {...form} made={(made) => <CopyLine {...line} value={made} />}>
    {children}
  </Form>
)
