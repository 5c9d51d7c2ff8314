'use client'
import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'

/** The button of a form: says what it is doing while it does it, and does not send twice. */
export function SubmitButton({ busy, children, ...rest }: ComponentProps<typeof Button> & { busy: string }) {
  const { pending } = useFormStatus()
  return (
    <Button
      type="submit"
      variant="primary"
      {...rest}
      aria-disabled={pending || rest['aria-disabled']}
      onClick={(click) => (pending ? click.preventDefault() : rest.onClick?.(click))}
    >
      {pending ? busy : children}
    </Button>
  )
}
