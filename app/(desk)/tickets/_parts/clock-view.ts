import type { Formatter, Translate } from '@/lib/i18n'
import type { ClockRow } from '@/lib/tickets/shared'
import { running } from './due'
import type { SideClock } from './side'

/** A clock with what is left of it in business minutes; null when it does not run any more. */
export type ClockFacts = ClockRow & { leftNow: number | null }

const minute = 60_000

/** One clock for the side panel: how much is used, when it is due, whether it was met. */
export function clockView(clock: ClockFacts, t: Translate, f: Formatter, now: Date): SideClock | null {
  if (clock.state === 'void') return null
  const name = t(`ticket.clock.${clock.kind}`)
  const settled = clock.state === 'met' || clock.state === 'stopped'
  const left = settled || clock.state === 'paused' ? (clock.left ?? 0) : (clock.leftNow ?? 0)
  const used = Math.max(clock.allowance - left, 0)
  const late = clock.breachedAt !== null || (clock.dueAt !== null && clock.state === 'running' && clock.dueAt < now)
  const share = late && settled ? 1 : used / Math.max(clock.allowance, 1)
  const spent = f.duration(used * minute)
  const total = f.duration(clock.allowance * minute)
  if (settled) {
    const took = clock.settledAt
      ? f.duration(clock.settledAt.getTime() - clock.startedAt.getTime() - clock.pausedMs)
      : spent
    return {
      name,
      state: late ? 'missed' : 'met',
      text: late ? t('ticket.clock.missed', { time: took }) : t('ticket.clock.met', { time: spent }),
      share,
      left: t('ticket.clock.received', { when: f.near(clock.startedAt, now) }),
      right: t('ticket.clock.target', { time: total }),
      meter: t('ticket.clock.meterMet', { name }),
    }
  }
  const meter = t('ticket.clock.meter', { name, share: f.percent(Math.min(share, 1)) })
  const usedOf = t('ticket.clock.used', { used: spent, total })
  if (clock.state === 'paused') {
    const right = clock.pausedAt ? t('ticket.clock.paused', { when: f.near(clock.pausedAt, now) }) : ''
    return { name, state: 'paused', text: t('queue.due.paused'), share, left: usedOf, right, meter }
  }
  if (!clock.dueAt) return null
  const dial = running(clock.startedAt, clock.dueAt, t, f, now)
  // The hand shows business time, as the words beside it do.
  const state = late ? 'late' : share >= 0.75 ? 'soon' : 'intime'
  const right = t(late ? 'ticket.clock.wasDue' : 'ticket.clock.due', { when: f.near(clock.dueAt, now) })
  return { name, state, text: dial.text, share: Math.min(share, 1), left: usedOf, right, meter }
}
