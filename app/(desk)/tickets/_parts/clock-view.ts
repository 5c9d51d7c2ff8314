import type { Formatter, Translate } from '@/lib/i18n'
import type { ClockFace } from '@/lib/tickets'
import type { ClockRow } from '@/lib/tickets/shared'
import { dueText, faceState } from './due'
import type { SideClock } from './side'

/** A clock as it stands and as it reads. */
export type ClockFacts = { row: ClockRow; face: ClockFace }

const minute = 60_000

/** One clock for the side panel: how much is used, when it is due, whether it was met. Null for one that does not count. */
export function clockView({ row, face }: ClockFacts, t: Translate, f: Formatter, now: Date): SideClock | null {
  if (face.state === 'void') return null
  const name = t(`ticket.clock.${face.kind}`)
  const spent = f.hours(Math.max(face.allowance - face.left, 0) * minute)
  const total = f.hours(face.allowance * minute)
  const used = t('ticket.clock.used', { used: spent, total })
  const meter = t('ticket.clock.meter', { name, share: f.percent(face.share) })
  if (face.settledAt)
    return {
      name,
      state: face.late ? 'missed' : 'met',
      text: t(face.late ? 'ticket.clock.missed' : 'ticket.clock.met', { time: spent }),
      share: face.share,
      left: t('ticket.clock.received', { when: f.near(row.startedAt, now) }),
      right: t('ticket.clock.target', { time: total }),
      meter: face.late ? meter : t('ticket.clock.meterMet', { name }),
    }
  if (face.state === 'paused' || !face.dueAt) {
    const right = row.pausedAt ? t('ticket.clock.paused', { when: f.near(row.pausedAt, now) }) : ''
    return { name, state: 'paused', text: t('queue.due.paused'), share: face.share, left: used, right, meter }
  }
  return {
    name,
    state: faceState(face),
    text: dueText(face.dueAt, t, f, now),
    share: face.share,
    left: used,
    right: t(face.late ? 'ticket.clock.wasDue' : 'ticket.clock.due', { when: f.near(face.dueAt, now) }),
    meter,
  }
}
