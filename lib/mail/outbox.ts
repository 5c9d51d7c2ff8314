import { type Filled, frozen } from '@/db'
import { letters } from '@/db/schema'
import { enqueue } from '@/lib/jobs'
import { newId } from '@/lib/kit/ids'
import { sendJob } from './jobs'
import type { LetterKind } from './shared'

const insertLetter = frozen(letters)

/** A letter to be written later: whom, about what, from which facts. `facts` hold ids, codes, numbers and instants, never words. */
export type NewLetter = {
  /** Given when another row of the same list must name it. */
  id?: string
  kind: LetterKind
  to: string
  toName?: string | null
  language: string
  ticketId?: string | null
  customerId?: string | null
  invitationId?: string | null
  messageRowId?: string | null
  facts?: Record<string, string | number | null>
  /** The person who signs; absent on what the house writes by itself. */
  fromName?: string | null
  /** True unless a person wrote it and sent it. */
  automatic: boolean
  /** Not before this instant. */
  notBefore?: Date
}

/**
 * The writes that put a letter in the outbox: its row and the job that sends it. They belong in the list of the change that
 * wants it. The words are not made here: the hot road pays for two filled statements only.
 */
export function queueLetter(letter: NewLetter, now: Date): Filled[] {
  const id = letter.id ?? newId('letter')
  const notBefore = letter.notBefore ?? now
  return [
    insertLetter({
      id,
      kind: letter.kind,
      state: 'queued',
      toAddress: letter.to,
      toName: letter.toName ?? null,
      language: letter.language,
      fromName: letter.fromName ?? null,
      ticketId: letter.ticketId ?? null,
      customerId: letter.customerId ?? null,
      invitationId: letter.invitationId ?? null,
      messageRowId: letter.messageRowId ?? null,
      facts: letter.facts ?? {},
      automatic: letter.automatic,
      attempts: 0,
      resent: false,
      notBefore,
      createdAt: now,
      updatedAt: now,
    }),
    enqueue(sendJob, { letter: id }, now, { runAt: notBefore }),
  ]
}
