import { type Filled, frozen } from '@/db'
import { letters } from '@/db/schema'
import { type Fact, record, system } from '@/lib/events'
import { enqueue } from '@/lib/jobs'
import { newId } from '@/lib/kit/ids'
import { sendJob } from './jobs'
import { neverTo, ownAddresses } from './never'
import type { LetterKind, LetterReason } from './shared'

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
  // The one question of the gate that costs nothing; the others are asked when the letter leaves.
  const never = letter.automatic ? neverTo(letter.to, ownAddresses()) : null
  return [
    insertLetter({
      id,
      kind: letter.kind,
      state: never ? 'cancelled' : 'queued',
      error: never,
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
    ...(never
      ? record([stopped(id, letter, never)], now)
      : [enqueue(sendJob, { letter: id }, now, { runAt: notBefore })]),
  ]
}

const stopped = (id: string, { kind, ticketId }: NewLetter, reason: LetterReason): Fact => ({
  kind: 'message.stopped',
  subject: ticketId ? { kind: 'ticket', id: ticketId } : { kind: 'letter', id },
  actor: system('mail'),
  payload: { letter: id, kind, reason },
})
