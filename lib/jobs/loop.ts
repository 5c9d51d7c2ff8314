import { after, now } from '@/lib/kit/clock'
import { log } from '@/lib/kit/log'
import type { Ending, Handler } from './define'
import { type Leased, lease, leaseMs, renew, settle } from './lease'
import { onNudge } from './outbox'

export type Loop = { stop: () => Promise<void> }

const pollMs = 1_000
const atOnce = 100

/** Leases, runs and settles until stopped; `stop` lets what runs finish. */
export function startLoop(handlers: Handler[], tick: (now: Date) => Promise<void>): Loop {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]))
  let stopped = false
  let wake: (() => void) | null = null
  onNudge(() => wake?.())

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    }).finally(() => {
      wake = null
    })

  const turn = async (): Promise<number> => {
    await tick(now())
    const leased = await lease(atOnce, now())
    if (leased.length > 0) await runAll(leased, byKind)
    return leased.length
  }

  const life = (async () => {
    while (!stopped) {
      const count = await turn().catch((error: unknown) => {
        log().error({ err: error }, 'worker turn failed')
        return 0
      })
      if (count === 0 && !stopped) await pause()
    }
  })()

  return {
    stop: async () => {
      stopped = true
      wake?.()
      await life
      onNudge(null)
    },
  }
}

/** Runs every due job once, for tests and one-off commands; resolves to how many ran. */
export async function drain(handlers: Handler[], at: Date, rounds = 20): Promise<number> {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]))
  let ran = 0
  for (let round = 0; round < rounds; round++) {
    const leased = await lease(atOnce, at)
    if (leased.length === 0) break
    await runAll(leased, byKind, at)
    ran += leased.length
  }
  return ran
}

async function runAll(leased: Leased[], byKind: Map<string, Handler>, at?: Date): Promise<void> {
  const kinds = new Map<string, Leased[]>()
  for (const job of leased) kinds.set(job.kind, [...(kinds.get(job.kind) ?? []), job])
  const renewal = setInterval(() => void renew(leased[0]?.lease ?? '', now()).catch(() => undefined), leaseMs / 3)
  renewal.unref()
  try {
    for (const [kind, items] of kinds) {
      const endings = await endingsOf(byKind.get(kind), kind, items, at ?? now())
      await settle(items, endings, at ?? now())
    }
  } finally {
    clearInterval(renewal)
  }
}

async function endingsOf(handler: Handler | undefined, kind: string, items: Leased[], at: Date): Promise<Ending[]> {
  // A kind that this program does not know may belong to a newer one: leave it to that.
  if (!handler) return items.map(({ id }) => ({ id, end: 'later', at: after(at, 60_000) }))
  const endings = await handler.run(items, at)
  for (const ending of endings) {
    if (ending.end === 'failed') log().warn({ job: ending.id, kind, err: ending.error }, 'job failed')
  }
  return endings
}
