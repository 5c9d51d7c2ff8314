import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { db } from '@/db'
import { letters } from '@/db/schema'
import { env } from '@/lib/kit/env'
import { once } from '@/lib/kit/once'

/** How mail is doing. `since`: when the oldest letter that waits for it was written; `waiting`: how many do. */
export type MailState =
  | { kind: 'preview' }
  | { kind: 'fine' }
  | { kind: 'failing'; since: Date; waiting: number }
  | { kind: 'paused'; reason: 'auth' | 'tls'; since: Date; waiting: number }

const faults = ['auth', 'tls', 'unreachable_server']

/**
 * Whether mail leaves: `preview` without SMTP_URL, `paused` when the server refuses our sign-in or encryption, `failing` when
 * it cannot be reached, else `fine`. Read from the letters that wait, so every process says the same.
 */
export async function mailState(): Promise<MailState> {
  if (!env().smtpUrl) return { kind: 'preview' }
  const waiting = await db
    .select({ error: letters.error, createdAt: letters.createdAt })
    .from(letters)
    .where(and(eq(letters.state, 'queued'), isNotNull(letters.error), inArray(letters.error, faults)))
    .orderBy(asc(letters.createdAt))
    .limit(1_000)
  const [oldest] = waiting
  if (!oldest) return { kind: 'fine' }
  const tally = { since: oldest.createdAt, waiting: waiting.length }
  const fault = waiting.find(({ error }) => error === 'auth' || error === 'tls')?.error
  return fault === 'auth' || fault === 'tls'
    ? { kind: 'paused', reason: fault, ...tally }
    : { kind: 'failing', ...tally }
}

type Channel = { pausedUntil: Date | null; busy: number }

/** This process's own line to the mail server: until when it rests, and how many letters are on it. */
export const channel = (): Channel => once('mail.channel', () => ({ pausedUntil: null, busy: 0 }))
