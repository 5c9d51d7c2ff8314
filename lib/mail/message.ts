import type { Build } from '@/db'
import type { letters } from '@/db/schema'
import type { LetterKind, LetterReason } from './shared'

/** A row of `letters`. */
export type Letter = typeof letters.$inferSelect

/** A file that goes with a letter; one with a `contentId` stands in its html as `cid:…`. */
export type Enclosure = { name: string; mediaType: string; bytes: Uint8Array; contentId?: string }

/** What a letter says when its moment comes. */
export type Message = {
  subject: string
  text: string
  html: string
  /** The name that From shows: "Mariana Ortega, Casa Lúa". */
  from: string
  /** Where one POST stops such letters (RFC 8058); null on letters from person to person. */
  unsubscribe: string | null
  attachments?: Enclosure[]
}

/**
 * Whoever writes letters of a kind. Mail lies below the rooms that write, so the worker hands their desks to `mailHandler`.
 * `words` writes it, once, before the first attempt. `still` looks before every attempt whether it is still true and names
 * the reason when it is not. `sent` and `failed` say what else becomes true in the very list that settles the letter; where
 * their guards refuse they are asked again, and after five times the letter is settled without them: what has left has left.
 * `stopped`: likewise, when the gate says that it will never go.
 */
export type Desk = {
  words: (letter: Letter, now: Date) => Promise<Message>
  still: (letter: Letter, now: Date) => Promise<LetterReason | null>
  sent?: (letter: Letter, at: Date) => Promise<Build>
  failed?: (letter: Letter, at: Date) => Promise<Build>
  stopped?: (letter: Letter, reason: LetterReason, at: Date) => Promise<Build>
}

export type Desks = Partial<Record<LetterKind, Desk>>
