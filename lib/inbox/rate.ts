import { and, eq } from 'drizzle-orm'
import { db } from '@/db'
import { inbound } from '@/db/schema'
import { after } from '@/lib/kit/clock'
import { take } from '@/lib/kit/rate'
import { sha256 } from '@/lib/kit/seal'
import { emailKey } from '@/lib/kit/text'
import type { Inbound } from './desk'

/** Mails a minute that are read from one sender; what is above waits its turn. */
export const perMinute = 60

/** Until when a mail waits because its sender writes too much at once, or null. Who waits behind others waits longer. */
export async function mustWait(row: Pick<Inbound, 'fromAddress'>, now: Date): Promise<Date | null> {
  if (!row.fromAddress) return null
  const who = emailKey(row.fromAddress) ?? row.fromAddress
  const taken = take(`inbox:${sha256(who)}`, perMinute / 60, perMinute, now)
  if (taken.allowed) return null
  const before = await db.$count(
    inbound,
    and(eq(inbound.fromAddress, row.fromAddress), eq(inbound.state, 'received'), eq(inbound.error, 'rate')),
  )
  return after(now, Math.max(taken.retryAfter, ((before + 1) * 60) / perMinute) * 1_000)
}
