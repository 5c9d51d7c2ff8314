import type { Readable } from 'node:stream'
import nodemailer from 'nodemailer'
import { minutes } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { forget, once } from '@/lib/kit/once'
import type { Failure } from './answers'

export type Delivery = { raw: string; from: string; to: string }
/** 250, or how it failed. */
export type Outcome = { accepted: true; code: number } | ({ accepted: false } & Failure)

/** Connections at once to the mail server. */
export const connections = 5
const longestSend = minutes(10)

/** Hands bytes to the mail server of SMTP_URL; never throws. */
export async function transmit(delivery: Delivery): Promise<Outcome> {
  let stream: Readable | undefined
  const watch = (made: Readable) => {
    stream = made
  }
  try {
    const info = await pool().sendMail({
      raw: delivery.raw,
      envelope: { from: delivery.from, to: [delivery.to] },
      signal: AbortSignal.timeout(longestSend),
      ...({ watch } as object),
    })
    return { accepted: true, code: Number(/^\d{3}/.exec(info.response ?? '')?.[0] ?? 250) }
  } catch (error) {
    return { accepted: false, ...failureOf(error), begun: stream?.readableDidRead ?? false }
  }
}

/** Closes the connections; the next letter opens new ones. */
export function closeTransport(): void {
  const kept = once('mail.pool', () => null as Pool | null)
  kept?.close()
  forget('mail.pool')
}

type Pool = ReturnType<typeof open>
const pool = (): Pool => once('mail.pool', () => open(env().smtpUrl ?? 'smtp://localhost'))

function open(url: string) {
  const transport = nodemailer.createTransport({
    // What the address itself says (?requireTLS=false, ?socketTimeout=…) wins over the lines below.
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 100,
    // A letter whose connection broke is ours to judge: the pool must not send it again by itself.
    maxRequeues: 0,
    requireTLS: !isLoopback(new URL(url).hostname),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 120_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // Whether a byte of the message was handed over tells "not sent" from "nobody knows".
  transport.use('stream', (mail, done) => {
    const { message } = mail
    const { watch } = mail.data as { watch?: (made: Readable) => void }
    const create = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      const made = create(options)
      watch?.(made)
      return made
    }
    done()
  })
  return transport
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)

function failureOf(error: unknown): Omit<Failure, 'begun'> {
  const its = error as { code?: unknown; responseCode?: unknown; response?: unknown; command?: unknown }
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(typeof its.response === 'string' ? its.response : '')
  return {
    code: typeof its.code === 'string' ? its.code : 'EUNKNOWN',
    responseCode: typeof its.responseCode === 'number' ? its.responseCode : null,
    status: status?.[1] ?? null,
    sender: its.command === 'MAIL FROM' && Number(its.responseCode) >= 500,
  }
}
