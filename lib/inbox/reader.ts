import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { forget, once } from '@/lib/kit/once'
import { refuse } from '@/lib/kit/refusal'
import type { Parsed } from './parsed'
import type { Answer } from './reading/child'
import { type InboundError, inboundErrors } from './shared'

/** What the reader may use up on one mail. Memory: the heap by V8's own limit, all of it together by the system's count. */
export const readerLimits = { milliseconds: 10_000, heapMb: 256, totalMb: 768 }
const mailsPerLife = 500
const longestStart = 30_000

export type Reading = { parsed: Parsed } | { unreadable: InboundError }

type Child = { process: ChildProcess; ready: Promise<void>; read: number }
type Desk = { child: Child | null; line: Promise<unknown> }
const desk = (): Desk => once('inbox.reader', () => ({ child: null, line: Promise.resolve() }))

/**
 * Reads a mail in a process of its own, one at a time, within ten seconds and 256 MB. Refuses `inbound.unreadable` (with the
 * reason) for one that takes more or is built to; throws when no such process can be started.
 */
export async function readMail(bytes: Uint8Array): Promise<Parsed> {
  const reading = await tryToRead(bytes)
  return 'parsed' in reading ? reading.parsed : refuse('inbound.unreadable', { reason: reading.unreadable })
}

/** The same, with what cannot be read as an answer. */
export function tryToRead(bytes: Uint8Array): Promise<Reading> {
  const its = desk()
  const turn = its.line.then(() => readNow(bytes))
  its.line = turn.catch(() => undefined)
  return turn
}

/** Ends the reader's process; the next mail starts another. */
export function closeReader(): void {
  desk().child?.process.kill('SIGKILL')
  forget('inbox.reader')
}

async function readNow(bytes: Uint8Array): Promise<Reading> {
  const child = await present()
  const reading = await ask(child, bytes)
  child.read++
  if (!child.process.connected || child.process.killed || child.read >= mailsPerLife) retire(child)
  return reading
}

async function present(): Promise<Child> {
  const its = desk()
  if (its.child?.process.connected && !its.child.process.killed) return its.child
  const child = start()
  its.child = child
  await child.ready
  return child
}

function retire(child: Child): void {
  const its = desk()
  if (its.child === child) its.child = null
  child.process.kill('SIGKILL')
}

function start(): Child {
  const made = spawn(process.execPath, [`--max-old-space-size=${readerLimits.heapMb}`, ...program()], {
    // No secret of ours, no address of the database.
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  made.unref()
  made.channel?.unref()
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => made.kill('SIGKILL'), longestStart)
    const end = () => {
      clearTimeout(timer)
      reject(new Error('the reader of mail did not start'))
    }
    made.once('exit', end)
    made.once('error', end)
    made.once('message', () => {
      clearTimeout(timer)
      made.off('exit', end)
      resolve()
    })
  })
  return { process: made, ready, read: 0 }
}

// Bundled, the reader lies beside the program that runs; else it is run from its source.
function program(): string[] {
  const main = process.argv[1] ?? ''
  if (/[\\/]dist[\\/]\w+\.mjs$/.test(main)) return [join(dirname(main), 'reader.mjs')]
  return ['--import', 'tsx', join(process.cwd(), 'lib', 'inbox', 'reading', 'child.ts')]
}

function ask({ process: child }: Child, bytes: Uint8Array): Promise<Reading> {
  return new Promise((resolve) => {
    let verdict: InboundError | null = null
    const kill = (code: InboundError) => {
      verdict = code
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => kill('too_slow'), readerLimits.milliseconds)
    const scale = setInterval(() => {
      if (residentMb(child.pid) > readerLimits.totalMb) kill('too_much_memory')
    }, 200)
    const end = (reading: Reading) => {
      clearTimeout(timer)
      clearInterval(scale)
      child.off('message', answered)
      child.off('exit', died)
      resolve(reading)
    }
    const answered = (answer: Answer) => {
      if ('parsed' in answer) end({ parsed: answer.parsed })
      else if ('unreadable' in answer) end({ unreadable: known(answer.unreadable) })
    }
    // V8 aborts when its heap is full.
    const died = () => end({ unreadable: verdict ?? 'too_much_memory' })
    child.on('message', answered)
    child.on('exit', died)
    child.send({ turn: 1, bytes }, (error) => {
      if (error) died()
    })
  })
}

const known = (code: string): InboundError => inboundErrors.find((one) => one === code) ?? 'malformed'

function residentMb(pid: number | undefined): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096) / 1_048_576
  } catch {
    return 0
  }
}
