import { mailboxState } from '@/lib/inbox'
import { minutes, now } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { checkDomain, outgoing } from '@/lib/mail'
import type { Call } from '../command'
import type { Finding, Look } from '../doctor'

/** How long a letter may be due before it counts as stuck. */
const patience = minutes(15)

/** Whether the world believes our letters, whether ours are read, and what stands still. */
export const post: Look = async (call) => [...(await domain(call)), ...(await inbox(call)), ...(await outbox(call))]

async function domain({ t }: Call): Promise<Finding[]> {
  // Nothing leaves: there is no domain to speak for.
  if (!env().smtpUrl) return []
  const say = t as (key: string, facts: Record<string, string>) => string
  const { findings } = await checkDomain()
  return findings.map(({ level, code, facts }) => ({ level, what: say(`mail.domain.${code}`, facts) }))
}

async function inbox({ t }: Call): Promise<Finding[]> {
  const boxes = await mailboxState(now())
  if (boxes.length === 0) return [{ level: 'warn', what: t('mail.doctor.noInbox') }]
  return boxes.map(({ name, lastFetchAt, failingSince, error, alarm }) => {
    if (failingSince || error)
      return {
        level: alarm ? 'wrong' : 'warn',
        what: t('mail.doctor.inboxFailing', { name, why: t(`mail.mailbox.${error ?? 'unreachable'}`) }),
      }
    if (!lastFetchAt) return { level: 'warn', what: t('mail.doctor.inboxNever', { name }) }
    const seconds = Math.round((now().getTime() - lastFetchAt.getTime()) / 1_000)
    return { level: alarm ? 'wrong' : 'fine', what: t('mail.doctor.inbox', { name, seconds }) }
  })
}

async function outbox({ t }: Call): Promise<Finding[]> {
  const { oldest, breaker } = await outgoing(now())
  const findings: Finding[] = []
  if (breaker.trippedAt)
    findings.push({ level: 'wrong', what: t('mail.doctor.breaker', { count: breaker.sent, waiting: breaker.waiting }) })
  const late = oldest ? now().getTime() - oldest.getTime() : 0
  if (late > patience)
    findings.push({ level: 'warn', what: t('mail.doctor.stuck', { minutes: Math.round(late / minutes(1)) }) })
  return findings
}
