import type { Parsed } from '../parsed'
import { read } from './read'
import { Unreadable } from './shape'

/** What the parent sends, one mail at a time, and what it gets; the first thing that it gets is `ready`. */
export type Ask = { turn: number; bytes: Uint8Array }
export type Answer = { ready: true } | { turn: number; parsed: Parsed } | { turn: number; unreadable: string }

const send = (answer: Answer) => void process.send?.(answer)

// A program of its own, without the database or any secret in reach: what a mail does to its reader, it does here.
process.on('message', ({ turn, bytes }: Ask) => {
  read(bytes).then(
    (parsed) => send({ turn, parsed }),
    (error: unknown) => send({ turn, unreadable: error instanceof Unreadable ? error.code : 'malformed' }),
  )
})
process.on('disconnect', () => process.exit(0))
send({ ready: true })
