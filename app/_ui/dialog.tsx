'use client'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button'
import { cx } from './cx'

export type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  /** Beside the title, quietly: whose ticket it is. */
  note?: ReactNode
  closeLabel: string
  wide?: boolean
  children: ReactNode
}

/**
 * A short form that floats. The browser's own dialog: it keeps the focus inside, makes the rest inert, closes on Escape and
 * gives the focus back to what opened it.
 */
export function Dialog({ open, onClose, title, note, closeLabel, wide, children }: DialogProps) {
  const ref = useModal(open)
  const id = useId()
  return (
    <dialog ref={ref} className={cx('dialog float', wide && 'dialog-wide')} aria-labelledby={id} onClose={onClose}>
      {open ? (
        <div>
          <header className="dialog-head">
            <h2 id={id} className="sec flex-1">
              {title}
            </h2>
            {note ? <span className="text-13 text-3">{note}</span> : null}
            <Button variant="ghost" size="icon" aria-label={closeLabel} className="self-center" onClick={onClose}>
              <X className="i" aria-hidden="true" />
            </Button>
          </header>
          {children}
        </div>
      ) : null}
    </dialog>
  )
}

/** The foot of a dialog: what will happen, then the buttons. */
export const DialogFoot = ({ note, children }: { note?: ReactNode; children: ReactNode }) => (
  <footer className="dialog-foot">
    {note ? <p className="help">{note}</p> : null}
    {children}
  </footer>
)

/** Keeps a <dialog> element shown as modal while `open`. */
export function useModal(open: boolean) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (open && dialog && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>(firstField)?.focus()
    }
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return ref
}

// A form is opened to be filled in: the first field has the focus, not the cross.
const firstField = 'form :is(select, textarea, input:not([type=hidden], [type=radio], [type=checkbox]))'
