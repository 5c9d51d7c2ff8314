import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Build } from '@/db'
import { invitations, letters, recoveries } from '@/db/schema'
import type { BounceSeverity } from '@/db/words/mail'
import { system } from '@/lib/events'
import type { Bounced, Classified, Inbound, ReadMail } from '@/lib/inbox'
import { after, days } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { emailKey } from '@/lib/kit/text'
import { bounceOf, type Letter, letterById } from '@/lib/mail'
import { statesBefore } from '@/lib/surveys'
import { type Dossier, decideAttention, decideReopen, dossierOf, followedBy, isOpen, reopenDays } from '@/lib/tickets'
import { closing } from '../closing'
import { house } from '../find'
import { reopeningWith } from '../reopening'
import { say } from '../say'
import type { Settled } from './spoken'

const by = system('mail')
const gravest: BounceSeverity[] = ['hard', 'policy', 'soft', 'delayed']
const evidence = { state: 'settled', kind: 'bounce' } as const

/**
 * A letter came back. Only one that proves its letter by our own word moves anything: whoever writes a report may name any
 * address in it. The letter is marked, a dead address gets nothing more, what waited for it is called back, and its ticket
 * asks for an eye; a resolved one whose summary did not arrive opens again.
 */
export async function returned(mail: ReadMail, classified: Classified, row: Inbound, now: Date): Promise<Settled> {
  const letter = classified.letterId ? await letterById(classified.letterId) : null
  const report = letter ? reportFor(letter, classified.bounces) : null
  if (!letter || !report) {
    return { outcome: { ...evidence, trail: ['bounce.unproved'] }, build: () => [] }
  }
  const { severity, status, diagnostic } = report
  const bounced = await bounceOf({ letterId: letter.id, severity, status, diagnostic, inboundId: row.id }, now)
  const messageId = letter.ticketId ? newId('message') : null
  const follows = await consequences(letter, severity, bounced.suppressed, now)
  return {
    outcome: {
      ...evidence,
      letterId: letter.id,
      ticketId: letter.ticketId,
      messageRowId: messageId,
      trail: [`bounce.${severity}`],
    },
    build: (tx) => [
      ...bounced.steps(tx),
      ...(messageId && letter.ticketId
        ? [line(messageId, letter, letter.ticketId, row, report.diagnostic ?? mail.subject, now)]
        : []),
      ...follows(tx),
    ],
  }
}

/** What the report says of this letter's own addressee; a report about others says nothing of it. */
function reportFor(letter: Letter, bounces: Bounced[]): Bounced | null {
  const key = emailKey(letter.toAddress)
  const about = bounces.filter(({ recipient }) => recipient !== null && emailKey(recipient) === key)
  const chosen = about.length > 0 ? about : bounces
  return gravest.flatMap((severity) => chosen.find((one) => one.severity === severity) ?? [])[0] ?? null
}

const line = (id: string, letter: Letter, ticketId: string, row: Inbound, words: string, now: Date) =>
  say(
    {
      ...{ id, ticketId, kind: 'bounce', authorKind: 'system', authorId: 'mail', letterId: letter.id, visible: false },
      text: words.slice(0, 500),
      inboundId: row.id,
      fromAddress: letter.toAddress,
    },
    now,
  )

async function consequences(letter: Letter, severity: BounceSeverity, suppressed: boolean, now: Date): Promise<Build> {
  if (severity === 'delayed') return () => []
  const stop = suppressed ? stopWaiting(letter, now) : () => []
  const dossier = letter.ticketId ? await dossierOf(house, letter.ticketId) : null
  const ticket = dossier ? onTicket(letter, dossier, suppressed, now) : () => []
  return (tx) => [...stop(tx), ...ticket(tx)]
}

/** Whatever waits to be sent to an address that is gone, and the invitations behind it. */
const stopWaiting =
  (letter: Letter, now: Date): Build =>
  (tx) => [
    tx
      .update(letters)
      .set({ state: 'cancelled', error: 'suppressed', updatedAt: now })
      .where(
        and(
          eq(letters.toAddress, letter.toAddress),
          eq(letters.automatic, true),
          inArray(letters.state, ['queued', 'held']),
        ),
      ),
    ...(letter.customerId
      ? [
          tx
            .update(invitations)
            .set({ state: 'bounced', reason: 'undelivered', remindAt: null })
            .where(
              and(
                eq(invitations.customerId, letter.customerId),
                isNull(invitations.completedAt),
                inArray(invitations.state, ['created', 'queued', 'sent', 'delivered']),
              ),
            ),
        ]
      : []),
    ...(letter.invitationId
      ? [
          tx
            .update(invitations)
            .set({ state: 'bounced', reason: 'undelivered', remindAt: null })
            .where(and(eq(invitations.id, letter.invitationId), inArray(invitations.state, statesBefore('bounced')))),
        ]
      : []),
  ]

function onTicket(letter: Letter, dossier: Dossier, suppressed: boolean, now: Date): Build {
  const { ticket } = dossier
  if (ticket.status === 'discarded') return () => []
  // They cannot be asked whether all is well: that is the outcome.
  if (letter.kind === 'recovery' && suppressed && ticket.status === 'resolved') {
    return closing(by, dossier, { outcome: 'unreachable' }, now)
  }
  const summary = letter.kind === 'summary' && letter.facts.reopens === ticket.reopens
  const young = !ticket.closedAt || after(ticket.closedAt, days(reopenDays)) >= now
  if (summary && young && !isOpen(ticket.status)) {
    const again = decideReopen(by, dossier, 'bounce', now)
    const flagged = followedBy(again, (next) => decideAttention(by, next, 'letter_bounced', now))
    return reopeningWith(flagged, now)
  }
  const matters = letter.kind === 'reply' || letter.kind === 'summary' || suppressed
  if (!matters || ticket.attention === 'letter_bounced') return () => []
  const { steps } = decideAttention(by, dossier, 'letter_bounced', now)
  return (tx) => [
    ...steps,
    ...(suppressed
      ? [
          tx
            .update(recoveries)
            .set({ cancelledAt: now })
            .where(and(eq(recoveries.ticketId, ticket.id), isNull(recoveries.sentAt), isNull(recoveries.settledAt))),
        ]
      : []),
  ]
}
