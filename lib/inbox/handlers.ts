import type { Handler } from '@/lib/jobs'
import { after } from '@/lib/kit/clock'
import type { InboxDesk } from './desk'
import { readJob } from './jobs'
import { readKept } from './read'

export { type Reader, startMailbox } from './imap/mailbox'
export { closeReader } from './reader'

type Ending = Awaited<ReturnType<Handler['run']>>[number]

/** How long one lease of mails may keep the other work of this process waiting. */
const patience = 10_000

/** Reads kept mail, one at a time. After ten seconds what has not begun goes back in line. */
export const inboxHandler = (desk: InboxDesk, budgetMs = patience): Handler => ({
  kind: readJob.kind,
  run: async (items, now) => {
    const began = performance.now()
    const endings: Ending[] = []
    for (const { id, payload, attempts } of items) {
      const passed = performance.now() - began
      if (passed > budgetMs) {
        endings.push({ id, end: 'later', at: after(now, passed) })
        continue
      }
      try {
        const again = await readKept(readJob.payload.parse(payload).inbound, desk, attempts, now)
        endings.push(again ? { id, end: 'later', at: again } : { id, end: 'done' })
      } catch (error) {
        endings.push({ id, end: 'failed', error })
      }
    }
    return endings
  },
})
