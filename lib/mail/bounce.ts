import { and, eq, gte, inArray } from 'drizzle-orm'
import { type Build, db } from '@/db'
import { bounces, letters } from '@/db/schema'
import type { BounceSeverity } from '@/db/words/mail'
import { type Fact, record, system } from '@/lib/events'
import { after, days } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { emailKey } from '@/lib/kit/text'
import type { Letter } from './message'
import { letterById } from './queries'
import type { LetterReason } from './shared'
import { suppress } from './suppressions'

/** What a report said of one recipient. `diagnostic` are the other server's words; `status` is RFC 3463's, e.g. 5.1.1. */
export type Returned = {
  letterId: string | null
  /** Who did not get it; absent: whoever the letter was for. */
  address?: string | null
  severity: BounceSeverity
  status: string | null
  diagnostic: string | null
  inboundId: string | null
}

export type Bounced = {
  letter: Letter | null
  /** The address gets nothing automatic from now on. */
  suppressed: boolean
  /** For the list that settles the mail. */
  steps: Build
}

const softOnes = 3
const softWithin = days(14)
const reasons: Record<Exclude<BounceSeverity, 'delayed'>, LetterReason> = {
  hard: 'bounced_address',
  soft: 'bounced_for_now',
  policy: 'bounced_policy',
}

/**
 * What follows from a letter that came back: the report is counted, the letter marked (a delay marks nothing), and the
 * address gets nothing automatic for 60 days after a hard bounce or the third soft one in 14 days. A refusal by policy never
 * blames the address. Writes nothing itself; bounces are never answered by mail.
 */
export async function bounceOf(report: Returned, now: Date): Promise<Bounced> {
  const letter = report.letterId ? await letterById(report.letterId) : null
  const key = emailKey(report.address ?? letter?.toAddress ?? '')
  const suppressed = key !== null && (await blames(report.severity, key, now))
  const reason = report.severity === 'delayed' ? null : reasons[report.severity]
  return {
    letter,
    suppressed,
    steps: (tx) => [
      ...(key
        ? [
            tx.insert(bounces).values({
              id: newId('bounce'),
              addressKey: key,
              letterId: letter?.id ?? null,
              inboundId: report.inboundId,
              severity: report.severity,
              status: report.status,
              at: now,
            }),
          ]
        : []),
      ...(suppressed && key ? [suppress(key, 'bounced', now, letter?.id ?? null, { status: report.status })] : []),
      ...(letter && reason
        ? [
            tx
              .update(letters)
              .set({
                state: 'bounced',
                error: reason,
                bouncedAt: now,
                bounceStatus: report.status,
                diagnostic: report.diagnostic?.slice(0, 500) ?? null,
                updatedAt: now,
              })
              .where(and(eq(letters.id, letter.id), inArray(letters.state, ['sending', 'unknown', 'sent', 'failed']))),
            ...record([factOf(letter, report)], now),
          ]
        : []),
    ],
  }
}

async function blames(severity: BounceSeverity, addressKey: string, now: Date): Promise<boolean> {
  if (severity !== 'soft') return severity === 'hard'
  const lately = and(
    eq(bounces.addressKey, addressKey),
    eq(bounces.severity, 'soft'),
    gte(bounces.at, after(now, -softWithin)),
  )
  return (await db.$count(bounces, lately)) + 1 >= softOnes
}

const factOf = (letter: Letter, { severity, status }: Returned): Fact => ({
  kind: 'message.bounced',
  subject: letter.ticketId ? { kind: 'ticket', id: letter.ticketId } : { kind: 'letter', id: letter.id },
  actor: system('mail'),
  payload: { letter: letter.id, kind: letter.kind, severity, status },
  announced: true,
})
