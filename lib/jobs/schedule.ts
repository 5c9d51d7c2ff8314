import { atomically } from '@/db'
import type { JobKind } from './define'
import { enqueue } from './outbox'

export type Slot = 'minute' | 'hour' | 'day'
export type Scheduled = { slot: Slot; job: JobKind<Record<string, never>> }

export const every = (slot: Slot, job: JobKind<Record<string, never>>): Scheduled => ({ slot, job })

const lengths: Record<Slot, number> = { minute: 16, hour: 13, day: 10 }

/** The slot's name at an instant: any number of processes produce one run of it. */
export const slotKey = (slot: Slot, at: Date): string => at.toISOString().slice(0, lengths[slot])

/** A function that enqueues what each new slot asks for; called at every turn of the loop, writes only when a slot begins. */
export function ticker(schedule: Scheduled[]): (now: Date) => Promise<void> {
  const seen = new Map<string, string>()
  return async (now) => {
    const due = schedule.filter(({ slot, job }) => seen.get(job.kind) !== slotKey(slot, now))
    if (due.length === 0) return
    await atomically(() =>
      due.map(({ slot, job }) => enqueue(job, {}, now, { key: `${job.kind}:${slotKey(slot, now)}` })),
    )
    for (const { slot, job } of due) seen.set(job.kind, slotKey(slot, now))
  }
}
