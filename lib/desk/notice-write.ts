import { type Filled, frozen } from '@/db'
import { notices } from '@/db/schema'
import { newId } from '@/lib/kit/ids'

const insertNotice = frozen(notices)
type Told = Pick<typeof notices.$inferSelect, 'userId' | 'kind' | 'ticketId' | 'aboutId' | 'actorId'>

/** The write that tells a person something in the desk. */
export const noticeWrite = (notice: Told, now: Date): Filled =>
  insertNotice({ ...notice, id: newId('notice'), at: now, seenAt: null })
