import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { letters } from '@/db/schema'
import { after, hours } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { senderOf } from './address'
import { type Breaker, breakerState } from './breaker'
import { type MailState, mailState } from './channel'
import { letterCounts } from './queries'

/** How mail that goes out is doing. */
export type Outgoing = {
  state: MailState
  sentLastHour: number
  /** Letters in line, and those that failed or came back. */
  waiting: number
  troubled: number
  /** The oldest letter that is due and has not left. */
  oldest: Date | null
  breaker: Breaker & { waiting: number }
  /** What our letters say of us. */
  from: { address: string; domain: string; takesTags: boolean; signer: string | null }
}

/** Everything there is to say of outgoing mail at one instant. The caller has checked the reader. */
export async function outgoing(now: Date): Promise<Outgoing> {
  const held = and(inArray(letters.state, ['queued']), eq(letters.error, 'breaker'))
  const [state, counts, breaker, sentLastHour, waiting, [oldest]] = await Promise.all([
    mailState(),
    letterCounts(),
    breakerState(),
    db.$count(letters, and(gt(letters.sentAt, after(now, -hours(1))), eq(letters.state, 'sent'))),
    db.$count(letters, held),
    db
      .select({ notBefore: letters.notBefore })
      .from(letters)
      .where(inArray(letters.state, ['queued', 'unknown']))
      .orderBy(asc(letters.notBefore))
      .limit(1),
  ])
  const { mailFrom, baseUrl, dkim } = env()
  const { address, domain, tagged } = senderOf(mailFrom, baseUrl)
  return {
    state,
    ...counts,
    sentLastHour,
    oldest: oldest && oldest.notBefore < now ? oldest.notBefore : null,
    breaker: { ...breaker, waiting },
    from: { address, domain, takesTags: tagged !== null, signer: dkim?.domain ?? null },
  }
}
