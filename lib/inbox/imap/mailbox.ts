import { sql } from 'drizzle-orm'
import type { ImapFlow } from 'imapflow'
import { atomically } from '@/db'
import { mailboxes } from '@/db/schema'
import { minutes, now } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { log } from '@/lib/kit/log'
import { forget, once } from '@/lib/kit/once'
import { isRefusal } from '@/lib/kit/refusal'
import { type Mailbox, mailboxOf } from '../mailbox-url'
import type { MailboxError } from '../shared'
import { faultOf, openMailbox } from './connect'
import { fetchNew } from './fetch'
import { ours, releaseMailbox, renewMailbox, takeMailbox } from './lease'

export type Reader = { stop: () => Promise<void> }

const pollMs = 60_000
const renewMs = 15_000
const waitForLease = 10_000

/**
 * Reads the mailbox of IMAP_URL, if there is one, until stopped: whatever is new is kept at once where the server tells of it
 * (IDLE), within a minute elsewhere. Asked twice in a process it is the same reader; of several processes one reads.
 */
export const startMailbox = (): Reader => once('inbox.mailbox', start)

function start(): Reader {
  const url = env().imapUrl
  const box = url ? mailboxOf(url) : null
  if (!box || 'error' in box) {
    if (box) log().error({ error: box.error }, 'IMAP_URL cannot be understood: no mail is read')
    return { stop: async () => forget('inbox.mailbox') }
  }
  const bell = newBell()
  const life = live(box, bell)
  return {
    stop: async () => {
      bell.stop()
      await life
      forget('inbox.mailbox')
    },
  }
}

async function live(box: Mailbox, bell: Bell): Promise<void> {
  for (let failures = 0; !bell.stopped; ) {
    let lease: string | null = null
    try {
      lease = await takeMailbox(box.name, now())
      if (lease) {
        await attend(box, lease, bell, () => {
          failures = 0
        })
      } else await bell.pause(waitForLease)
    } catch (error) {
      failures++
      const fault = faultOf(error)
      if (lease && fault) await failed(box.name, lease, fault).catch(() => undefined)
      if (!bell.stopped) log().warn({ error: fault ?? codeOf(error), failures }, 'the mailbox could not be read')
      await giveBack(box.name, lease)
      lease = null
      await bell.pause(backoff(fault, failures))
    }
    await giveBack(box.name, lease)
  }
}

const giveBack = async (name: string, lease: string | null) => {
  if (lease) await releaseMailbox(name, lease).catch(() => undefined)
}

/** Connected: fetch, wait for news or a minute, fetch again. Throws when the connection or the lease is lost. */
async function attend(box: Mailbox, lease: string, bell: Bell, fine: () => void): Promise<void> {
  const client = await openMailbox(box)
  let broken: unknown = null
  const renewal = setInterval(() => {
    renewMailbox(box.name, lease, now()).catch((error: unknown) => {
      // A storage that does not answer now is no reason to hang up; a lost lease is.
      if (!isRefusal(error) || error.code !== 'mailbox.lost') return
      broken = error
      client.close()
    })
  }, renewMs)
  client.on('exists', bell.ring)
  client.on('close', bell.ring)
  try {
    for (let again = true; !bell.stopped; again = false) {
      bell.quiet()
      if (!again) await client.noop()
      await fetchNew(client, box.name, lease, again, now)
      fine()
      await news(client, bell)
      if (broken) throw broken
      if (!client.usable && !bell.stopped) throw Object.assign(new Error('closed'), { code: 'ECONNRESET' })
    }
    await Promise.race([client.logout(), new Promise((resolve) => setTimeout(resolve, 2_000).unref())])
  } finally {
    clearInterval(renewal)
    client.close()
  }
}

// The next command ends the IDLE by itself.
async function news(client: ImapFlow, bell: Bell): Promise<void> {
  if (bell.rung || bell.stopped) return
  client.idle().catch(() => undefined)
  await bell.wait(pollMs)
}

const failed = (name: string, lease: string, error: MailboxError) =>
  atomically((tx) => [
    tx
      .update(mailboxes)
      .set({ error, failingSince: sql`coalesce(${mailboxes.failingSince}, ${now().getTime()})` })
      .where(ours(name, lease)),
  ])

/** A password does not mend itself: five minutes, doubled up to an hour. A line does: a second, doubled up to a minute. */
export function backoff(fault: MailboxError | null, failures: number): number {
  const [first, longest] =
    fault === 'auth' || fault === 'folder' || fault === 'tls' ? [minutes(5), minutes(60)] : [1_000, minutes(1)]
  return Math.min(first * 2 ** Math.min(failures - 1, 10), longest) * (0.9 + Math.random() * 0.2)
}

const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code ?? 'error').slice(0, 60)

type Bell = ReturnType<typeof newBell>

/** Wakes whoever waits; a ring while nobody waits is heard at the next wait. */
function newBell() {
  let wake: (() => void) | null = null
  const bell = {
    stopped: false,
    rung: false,
    ring: () => {
      bell.rung = true
      wake?.()
    },
    quiet: () => {
      bell.rung = false
    },
    stop: () => {
      bell.stopped = true
      wake?.()
    },
    /** Waits whatever has rung before. */
    pause: (milliseconds: number) => {
      bell.rung = false
      return bell.wait(milliseconds)
    },
    wait: (milliseconds: number) =>
      bell.stopped || bell.rung
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, milliseconds)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          }).finally(() => {
            wake = null
          }),
  }
  return bell
}
