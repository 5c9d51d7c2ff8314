import type { Build } from '@/db'
import type { inbound } from '@/db/schema'
import type { InboundKind, InboundState } from '@/db/words/mail'
import type { Classified } from './classified'
import type { Parsed, ParsedFile } from './parsed'

/** A row of `inbound`. */
export type Inbound = typeof inbound.$inferSelect
/** A read mail; its files have their ids already, so that other rows of the same list may name them. */
export type ReadMail = Omit<Parsed, 'files'> & { files: (ParsedFile & { id: string })[] }

/** How a mail ends. The files that came with it are stored with `ticketId` and `messageRowId` in the same list. */
export type Outcome = {
  state: Exclude<InboundState, 'received'>
  kind: InboundKind
  /** Codes to add to the trail. */
  trail?: string[]
  ticketId?: string | null
  messageRowId?: string | null
  letterId?: string | null
  suggestedTicketId?: string | null
}

/**
 * What a mail means for tickets and customers is said by the room above, handed in by the worker. `settle` reads and decides;
 * `build` is what becomes true in the very list that settles the mail. When one of its guards refuses it is asked again, five
 * times, then later. It may be asked twice for the same mail, never after that mail is settled.
 */
export type InboxDesk = {
  settle: (
    mail: ReadMail,
    classified: Classified,
    row: Inbound,
    now: Date,
  ) => Promise<{ outcome: Outcome; build: Build }>
}
