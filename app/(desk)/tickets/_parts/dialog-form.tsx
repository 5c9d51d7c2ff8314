'use client'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { Notice } from '@/app/_ui/notice'
import type { useAnswer } from './use-answer'

type DialogFormProps = {
  open: boolean
  onClose: () => void
  title: string
  /** What it is about: "#1042", a name. */
  note: string
  /** What follows from it, beside the buttons. */
  foot?: string
  words: { save: string; saving: string; cancel: string; close: string }
  answer: Pick<ReturnType<typeof useAnswer>, 'wrong' | 'busy' | 'within'>
  onSubmit: (form: FormData) => void
  children: ReactNode
}

/** A short form in a dialog: what is wrong stands above it, the way out and the way on below. */
export const DialogForm = ({
  open,
  onClose,
  title,
  note,
  foot,
  words,
  answer,
  onSubmit,
  children,
}: DialogFormProps) => (
  <Dialog open={open} onClose={onClose} title={title} note={note} closeLabel={words.close}>
    <form
      ref={answer.within}
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(new FormData(event.currentTarget))
      }}
    >
      {answer.wrong ? <Notice kind="error">{answer.wrong.message}</Notice> : null}
      {children}
      <DialogFoot note={foot}>
        <Button variant="ghost" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" variant="primary" aria-disabled={answer.busy}>
          {answer.busy ? words.saving : words.save}
        </Button>
      </DialogFoot>
    </form>
  </Dialog>
)
