import { ImapFlow } from 'imapflow'
import { minutes } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { largestMail } from '../keep'
import type { Mailbox } from '../mailbox-url'
import type { MailboxError } from '../shared'

/** Opens the mailbox for reading: nothing in it is marked or moved. Throws whatever the library throws: see `faultOf`. */
export async function openMailbox(box: Mailbox): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: box.host,
    port: box.port,
    secure: box.secure,
    // In the clear only on this machine.
    ...(box.secure || box.loopback ? {} : { doSTARTTLS: true }),
    tls: { rejectUnauthorized: !box.loopback },
    auth: box.token ? { user: box.user, accessToken: box.password } : { user: box.user, pass: box.password },
    clientInfo: { name: 'Lazo' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    socketTimeout: minutes(5),
    maxLiteralSize: largestMail + 1_048_576,
  })
  // Every pending command is rejected with it, too.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.mailboxOpen(box.folder, { readOnly: true })
  } catch (error) {
    client.close()
    throw Object.assign(error instanceof Error ? error : new Error('folder'), { folder: true })
  }
  return client
}

/** What went wrong, as a code; null when the fault is not the mailbox's. */
export function faultOf(error: unknown): MailboxError | null {
  if (isRefusal(error)) return null
  const its = error as { code?: unknown; authenticationFailed?: unknown; tlsFailed?: unknown; folder?: unknown }
  const code = String(its?.code ?? '')
  if (its?.authenticationFailed) return 'auth'
  if (its?.tlsFailed || /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)) return 'tls'
  if (
    /^(E[A-Z]+|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|NoConnection|EConnectionClosed|ClosedAfterConnect.*)$/.test(
      code,
    )
  ) {
    return 'unreachable'
  }
  return its?.folder ? 'folder' : 'protocol'
}
