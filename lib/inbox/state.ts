import { db } from '@/db'
import { mailboxes } from '@/db/schema'
import { minutes } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { mailboxOf } from './mailbox-url'
import type { MailboxError } from './shared'

/** After this long without a successful fetch somebody must look. */
export const alarmAfter = minutes(15)

/** How a mailbox is doing. `name` is `user@host/FOLDER`; `alarm`: nothing was fetched for 15 minutes. */
export type MailboxState = {
  name: string
  lastFetchAt: Date | null
  failingSince: Date | null
  error: MailboxError | null
  fetched: number
  alarm: boolean
}

/** The mailbox of IMAP_URL (none without it) and how reading it goes. The same in every process: read from its row. */
export async function mailboxState(now: Date): Promise<MailboxState[]> {
  const url = env().imapUrl
  if (!url) return []
  const box = mailboxOf(url)
  const name = 'error' in box ? 'IMAP_URL' : box.name
  if ('error' in box)
    return [{ name, lastFetchAt: null, failingSince: null, error: box.error, fetched: 0, alarm: true }]
  const rows = await db.select().from(mailboxes)
  const row = rows.find(({ id }) => id === name)
  return [
    {
      name,
      lastFetchAt: row?.lastFetchAt ?? null,
      failingSince: row?.failingSince ?? null,
      error: (row?.error as MailboxError | null | undefined) ?? null,
      fetched: row?.fetched ?? 0,
      alarm: isAlarming(row ?? null, now),
    },
  ]
}

/** Whether a mailbox has been silent for too long: failing, or not even looked at (no worker). */
export function isAlarming(row: { lastFetchAt: Date | null; failingSince: Date | null } | null, now: Date): boolean {
  const since = row?.failingSince ?? row?.lastFetchAt
  return since ? now.getTime() - since.getTime() > alarmAfter : false
}
