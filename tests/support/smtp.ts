import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** A message that the server kept: for whom, its bytes, and whether it said 250. */
export type Kept = { to: string; from: string; raw: string; messageId: string; sha: string; answered: boolean }

export type Mailbox = {
  url: string
  port: number
  kept: Kept[]
  /** Addresses for which the server now behaves well. */
  healed: Set<string>
  /** Refuses every sign-in while true. */
  locked: boolean
  copiesFor: (to: string) => Kept[]
  close: () => Promise<void>
}

/** What the server does, by the word before the first hyphen or @ of the recipient's name; anything else is accepted; `slow` answers late. */
export const behaviours = [
  'ok',
  'rcpt450',
  'data451',
  'rcpt421',
  'rcpt550',
  'data554',
  'dropbefore',
  'dropafter',
  'hang',
  'policy550',
] as const

/** A real SMTP server on a free port of this machine, faulty on request. */
export async function openMailbox(options: { users?: Record<string, string>; port?: number } = {}): Promise<Mailbox> {
  const kept: Kept[] = []
  const healed = new Set<string>()
  const box = { kept, healed, locked: false }
  const behaviourOf = (address: string) => (healed.has(address) ? 'ok' : (/^[a-z0-9]+/.exec(address)?.[0] ?? 'ok'))

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: !options.users,
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 50,
    onAuth(auth, _session, callback) {
      const fine = !box.locked && options.users?.[auth.username ?? ''] === auth.password
      callback(
        fine ? null : answer(535, '5.7.8 Authentication failed'),
        fine ? { user: auth.username ?? '' } : undefined,
      )
    },
    onRcptTo({ address }, _session, callback) {
      callback(atRcpt[behaviourOf(address)] ?? null)
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      const to = recipientOf(session)
      const behaviour = behaviourOf(to)
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const keep = (answered: boolean) => kept.push(keptOf(session, Buffer.concat(chunks), answered))
        if (behaviour === 'data451') return callback(answer(451, '4.3.0 Try again later'))
        if (behaviour === 'data554') return callback(answer(554, '5.6.0 Message refused'))
        if (behaviour === 'dropbefore') return drop(session)
        if (behaviour === 'dropafter') {
          keep(false)
          return drop(session)
        }
        keep(behaviour !== 'hang')
        if (behaviour === 'slow') setTimeout(() => callback(null), 60)
        else if (behaviour !== 'hang') callback(null)
      })
    },
  })

  const sockets = new Map<string, { destroy: () => void }>()
  server.on('error', () => undefined)
  server.server.on('connection', (socket) => {
    sockets.set(`${socket.remotePort}`, socket)
    socket.on('error', () => undefined)
  })
  const drop = (session: SMTPServerSession) => {
    sockets.get(`${session.remotePort}`)?.destroy()
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(box, {
    port,
    url: `smtp://127.0.0.1:${port}`,
    copiesFor: (to: string) => kept.filter((one) => one.to === to),
    close: async () => {
      for (const socket of sockets.values()) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  })
}

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

const atRcpt: Record<string, Error> = {
  rcpt450: answer(450, '4.2.1 Mailbox busy, secret-token-123'),
  rcpt421: answer(421, '4.3.2 Closing'),
  rcpt550: answer(550, '5.1.1 <somebody@example.com> no such user'),
  policy550: answer(550, '5.7.1 Not today'),
}

const recipientOf = (session: SMTPServerSession): string => session.envelope.rcptTo[0]?.address ?? ''

function keptOf(session: SMTPServerSession, raw: Buffer, answered: boolean): Kept {
  const text = raw.toString('utf8')
  return {
    to: recipientOf(session),
    from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
    raw: text,
    messageId: /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1] ?? '',
    sha: createHash('sha256').update(raw).digest('hex'),
    answered,
  }
}
