import type { UserActor } from '@/lib/identity/shared'
import type { LiveEvents } from './live-words'

/** One open stream: whose it is, what it was told last, and the way to tell it more. */
export type Line = {
  sid: string
  /** The person with the rights that they had at the last look. */
  actor: UserActor
  lookedAt: number
  toldAt: number
  countedAt: number
  /** Something happened that may have changed a count. */
  stirred: boolean
  /** What was told last, by what it is about: nothing is told twice. */
  told: Map<string, string>
  presenceSeen: string | null
  tell: <Name extends keyof LiveEvents>(event: Name, what: LiveEvents[Name]) => void
  /** Keeps proxies from ending it. */
  breathe: () => void
  close: () => void
}

/** What a client that does not read may owe before its stream is ended. */
const mostOwed = 65_536
const reopenMs = 3_000

/** A stream and its line; `gone` is called once, whoever ends it. */
export function openLine(
  sid: string,
  actor: UserActor,
  at: number,
  gone: (line: Line) => void,
): { line: Line; stream: ReadableStream<Uint8Array> } {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const write = (text: string) => {
    if (!controller) return
    if ((controller.desiredSize ?? 0) <= 0) return line.close()
    controller.enqueue(encoder.encode(text))
    line.toldAt = Date.now()
  }
  const line: Line = {
    ...{ sid, actor, lookedAt: at, toldAt: at, countedAt: at, stirred: false, presenceSeen: null },
    told: new Map(),
    tell: (event, what) => write(`event: ${event}\ndata: ${JSON.stringify(what)}\n\n`),
    breathe: () => write(': \n\n'),
    close: () => {
      const open = controller
      controller = null
      if (!open) return
      try {
        open.close()
      } catch {
        // The client was faster.
      }
      gone(line)
    },
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened
        write(`retry: ${reopenMs}\n\n`)
      },
      cancel: () => line.close(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostOwed }),
  )
  return { line, stream }
}
