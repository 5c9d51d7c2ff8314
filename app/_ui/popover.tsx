'use client'
import type { ReactNode } from 'react'
import { useAnchored } from './use-anchored'

type PopoverProps = {
  /** What the button shows, and the class it looks by. */
  trigger: ReactNode
  triggerClass?: string
  /** What the box is about, for those who hear it. */
  label: string
  children: ReactNode
}

/** An explanation or a small choice beside its button. */
export function Popover({ trigger, triggerClass = 'btn btn-ghost btn-sm', label, children }: PopoverProps) {
  const { trigger: button, box } = useAnchored()
  return (
    <>
      <button type="button" className={triggerClass} aria-haspopup="dialog" {...button}>
        {trigger}
      </button>
      <div role="dialog" aria-label={label} className="popover float" {...box}>
        {children}
      </div>
    </>
  )
}
