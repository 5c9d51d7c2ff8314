'use client'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'

type TicketSureProps = {
  open: boolean
  title: string
  text: ReactNode
  foot?: string
  wrong?: string | undefined
  busy?: boolean
  /** Absent: there is nothing to do but to read it. */
  submit?: string | undefined
  words: { cancel: string; close: string }
  onClose: () => void
  onSubmit?: () => void
}

/** What a deed would bring about, said before it is done. */
export function TicketSure({
  open,
  title,
  text,
  foot,
  wrong,
  busy,
  submit,
  words,
  onClose,
  onSubmit,
}: TicketSureProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title} closeLabel={words.close}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
        }}
      >
        {wrong ? <Notice kind="error">{wrong}</Notice> : null}
        <div className="text-14 text-2">{text}</div>
        <DialogFoot note={foot}>
          <Button variant="ghost" onClick={onClose}>
            {submit ? words.cancel : words.close}
          </Button>
          {submit ? (
            <Button type="submit" variant="primary" aria-disabled={busy} autoFocus>
              {submit}
            </Button>
          ) : null}
        </DialogFoot>
      </form>
    </Dialog>
  )
}
