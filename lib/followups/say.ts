import { type Filled, frozen } from '@/db'
import { messages } from '@/db/schema'
import type { MessageRow } from './reading'

const insertMessage = frozen(messages)

type Said = Pick<MessageRow, 'id' | 'ticketId' | 'kind' | 'authorKind' | 'authorId' | 'text' | 'letterId' | 'visible'>
/** What only a mail that came has. */
type Mailed = Partial<Omit<MessageRow, keyof Said | 'createdAt' | 'erasedAt' | 'withdrawnAt'>>

/** The write that puts words on a ticket. */
export const say = (row: Said & Mailed, now: Date): Filled => insertMessage({ ...row, createdAt: now, erasedAt: null })
