'use client'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { Button, type ButtonLook } from './button'
import { Dialog, type DialogProps } from './dialog'

type DialogButtonProps = ButtonLook &
  Pick<DialogProps, 'title' | 'note' | 'closeLabel' | 'wide' | 'children'> & {
    label: ReactNode
    className?: string
    'aria-label'?: ComponentProps<'button'>['aria-label']
  }

/** A button that opens a dialog; what stands in it may come from the server. */
export function DialogButton({ label, title, note, closeLabel, wide, children, ...look }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)} {...look}>
        {label}
      </Button>
      <Dialog {...{ open, title, note, closeLabel, wide }} onClose={() => setOpen(false)}>
        {children}
      </Dialog>
    </>
  )
}
