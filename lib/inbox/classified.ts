import type { BounceSeverity } from '@/db/words/mail'
import type { TagPurpose } from '@/lib/mail'

/** A tag of ours that stood in a recipient's address, its MAC proved. */
export type Tag = { purpose: TagPurpose; letterId: string }

/** What one recipient's part of a bounce means. */
export type Bounced = {
  recipient: string | null
  severity: BounceSeverity
  status: string | null
  diagnostic: string | null
}

/** `pass` only when our own receiving server said so. */
export type Authentication = { spf: string | null; dkim: string | null; dmarc: string | null; pass: boolean }

/** What kind of mail it is, and how one came to say so. Whether a person's mail joins a ticket is the desk's to say. */
export type Classified = {
  kind: 'own' | 'bounce' | 'complaint' | 'automatic' | 'person'
  /** Codes of the steps, in order. */
  trail: string[]
  /** Of a bounce: one entry a recipient, those that failed or wait. */
  bounces: Bounced[]
  /** The letter of ours that a bounce or complaint speaks of, when a tag or Message-ID of ours proves it. */
  letterId: string | null
  /** Tags of ours in its recipients, first the envelope's. */
  tags: Tag[]
  /** Letters of ours that In-Reply-To, then References (newest first) name. */
  answers: string[]
  /** Of an out-of-office note: the day they are back. */
  returnsAt: Date | null
  authentication: Authentication
}
