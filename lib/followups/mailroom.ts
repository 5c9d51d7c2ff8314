import { organization } from '@/lib/identity'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { type MailboxState, mailboxState, unmatchedCount } from '@/lib/inbox'
import { hours } from '@/lib/kit/clock'
import { take } from '@/lib/kit/rate'
import { refuse } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import {
  breakerState,
  checkDomain,
  type DomainFinding,
  letFlow,
  type MailState,
  mailState,
  type Outgoing,
  outgoing,
  queueTest,
  suppressionPage,
  trustAgain,
} from '@/lib/mail'
import type { TrustReason } from '@/lib/mail/shared'

// Mail lies below the room that knows roles, so who may look after it is said here.

export type MailHealth = { out: Outgoing; mailboxes: MailboxState[]; unmatched: number }

/** How mail is doing, both ways, for whoever looks after it. Refuses `identity.forbidden` without mail.manage. */
export async function mailHealth(actor: Actor, now: Date): Promise<MailHealth> {
  demand(actor, 'mail.manage')
  const [out, mailboxes, unmatched] = await Promise.all([outgoing(now), mailboxState(now), unmatchedCount()])
  return { out, mailboxes, unmatched }
}

/** What everybody at the desk may know of mail: no address, no number of letters. */
export type MailGlance = {
  out: MailState
  restingSince: Date | null
  mailboxes: Pick<MailboxState, 'lastFetchAt' | 'failingSince' | 'alarm'>[]
}

/** A glance at mail for the rail; asked with every page, so it asks little. */
export async function mailGlance(now: Date): Promise<MailGlance> {
  const [out, breaker, mailboxes] = await Promise.all([mailState(), breakerState(), mailboxState(now)])
  return { out, restingSince: breaker.trippedAt, mailboxes }
}

/** Addresses that get nothing automatic. Refuses `identity.forbidden`. */
export async function suppressionsFor(actor: Actor, ask: Parameters<typeof suppressionPage>[0], now: Date) {
  demand(actor, 'mail.manage')
  return suppressionPage(ask, now)
}

/** Trusts an address anew. Refuses `identity.forbidden`, `suppression.unknown`. */
export async function resetSuppression(
  actor: Actor,
  { address, because }: { address: string; because: TrustReason },
  now: Date,
): Promise<void> {
  demand(actor, 'mail.manage')
  await trustAgain(authorOf(actor), address, because, now)
}

/** Lets automatic mail flow again after the breaker tripped. Refuses `identity.forbidden`. */
export async function resumeMail(actor: Actor, now: Date): Promise<void> {
  demand(actor, 'mail.manage')
  await letFlow(authorOf(actor), now)
}

/** Sends a test letter, ten an hour at most for one person; resolves to the letter's id. Refuses `identity.forbidden`, `input.invalid`, `rate.exceeded`. */
export async function askTest(actor: Actor, to: string, now: Date): Promise<string> {
  demand(actor, 'mail.manage')
  if (!emailKey(to)) refuse('input.invalid', {}, [{ path: 'to', code: 'email', message: 'not an address' }])
  const { allowed, retryAfter } = take(`mail.test:${actor.id}`, 10 / (hours(1) / 1_000), 10, now)
  if (!allowed) refuse('rate.exceeded', { retryAfter })
  const name = actor.kind === 'user' ? actor.name : actor.id
  const locale = actor.kind === 'user' ? actor.locale : 'es'
  return queueTest({ to: to.trim(), name, house: (await organization())?.name ?? 'Lazo', locale }, now)
}

/** What DNS says of the domain that our letters come from. Refuses `identity.forbidden`, `rate.exceeded`. */
export async function askDomain(actor: Actor, now: Date): Promise<{ domain: string; findings: DomainFinding[] }> {
  demand(actor, 'mail.manage')
  const { allowed, retryAfter } = take(`mail.domain:${actor.id}`, 30 / (hours(1) / 1_000), 30, now)
  if (!allowed) refuse('rate.exceeded', { retryAfter })
  return checkDomain()
}
