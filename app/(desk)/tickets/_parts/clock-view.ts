import type { Formatter, Translate } from '@/lib/i18n'
import type { TicketPage } from '@/lib/tickets'
import { dueText, faceState } from './due'
import type { SideClock } from './side'

const minute = 60_000

/** One clock for the side panel: how much is used, when it is due, whether it was met. Null for one that does not count. */
export function clockView(
  clock: TicketPage['clocks'][number],
  t: Translate,
  f: Formatter,
  now: Date,
): SideClock | null {
  if (clock.state === 'void') return null
  const name = t(`ticket.clock.${clock.kind}`)
  const spent = f.hours(Math.max(clock.allowance - clock.left, 0) * minute)
  const total = f.hours(clock.allowance * minute)
  const used = t('ticket.clock.used', { used: spent, total })
  const meter = t('ticket.clock.meter', { name, share: f.percent(clock.share) })
  if (clock.settledAt)
    return {
      name,
      state: clock.late ? 'missed' : 'met',
      text: t(clock.late ? 'ticket.clock.missed' : 'ticket.clock.met', { time: spent }),
      share: clock.share,
      left: t('ticket.clock.received', { when: f.near(clock.startedAt, now) }),
      right: t('ticket.clock.target', { time: total }),
      meter: clock.late ? meter : t('ticket.clock.meterMet', { name }),
    }
  if (clock.state === 'paused' || !clock.dueAt) {
    const right = clock.pausedAt ? t('ticket.clock.paused', { when: f.near(clock.pausedAt, now) }) : ''
    return { name, state: 'paused', text: t('queue.due.paused'), share: clock.share, left: used, right, meter }
  }
  return {
    name,
    state: faceState(clock),
    text: dueText(clock.dueAt, t, f, now),
    share: clock.share,
    left: used,
    right: t(clock.late ? 'ticket.clock.wasDue' : 'ticket.clock.due', { when: f.near(clock.dueAt, now) }),
    meter,
  }
}
