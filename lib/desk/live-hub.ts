import { log } from '@/lib/kit/log'
import { once } from '@/lib/kit/once'
import type { Line } from './live-line'
import { tick } from './live-tick'

/** All open streams of this process and the one clock that serves them. */
export type Hub = {
  lines: Set<Line>
  /** Facts that were told, with when they were first seen. */
  known: Map<string, number>
  /** Who was where at the last look, to be compared at once. */
  presence: string
  /** Rises with each look at slower things. */
  turns: number
  timer: NodeJS.Timeout | null
}

const everyMs = 1_000
const mostLines = 8

export const hub = (): Hub =>
  once('desk.live', () => ({ lines: new Set<Line>(), known: new Map(), presence: '', turns: 0, timer: null }))

/** Serves a stream from now on; the oldest of a person who has eight already gives way. */
export function join(line: Line): void {
  const { lines } = hub()
  const own = [...lines].filter((one) => one.actor.id === line.actor.id)
  for (const oldest of own.slice(0, Math.max(0, own.length - mostLines + 1))) {
    oldest.tell('end', { reason: 'many' })
    oldest.close()
  }
  lines.add(line)
  wind()
}

/** Serves it no longer. */
export function part(line: Line): void {
  hub().lines.delete(line)
}

// Runs only while somebody listens, and never twice at once.
function wind(): void {
  const its = hub()
  if (its.timer || its.lines.size === 0) return
  its.timer = setTimeout(async () => {
    await tick(its, new Date()).catch((error: unknown) => log().warn({ err: error }, 'live look failed'))
    its.timer = null
    wind()
  }, everyMs)
  its.timer.unref()
}
