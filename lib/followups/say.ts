import { type Filled, frozen } from '@/db'
import { messages } from '@/db/schema'
import type { MessageRow } from './reading'

const insertMessage = frozen(messages)

/** The write that puts words on a ticket. */
export const say = (row: Omit<MessageRow, 'erasedAt' | 'createdAt'>, now: Date): Filled =>
  insertMessage({ ...row, createdAt: now, erasedAt: null })
