import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** A real IMAP server of this test's own: one user, one Maildir, mail dropped into it as a delivery agent does. */
export type Dovecot = {
  url: string
  port: number
  password: string
  /** Delivers a mail; the server tells whoever waits. */
  deliver: (raw: string | Buffer) => void
  /** Forgets every UID it gave: UIDVALIDITY changes. */
  renumber: () => Promise<void>
  stop: () => Promise<void>
  start: () => Promise<void>
  /** How many mails somebody has marked as read, answered or the like. */
  marked: () => number
  /** The last lines that the server wrote, for a test that fails. */
  log: () => string
  close: () => Promise<void>
}

const user = 'buzon@casa.test'
const password = 'clave de prueba'

export async function openDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'lazo-dovecot-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const asRoot = process.getuid?.() === 0
  const { username } = userInfo()
  // Dovecot serves no mail of root's.
  const [uid, gid] = asRoot ? [65_534, 65_534] : [userInfo().uid, userInfo().gid]
  for (const name of ['run', 'mail', 'mail/cur', 'mail/new', 'mail/tmp']) {
    mkdirSync(join(folder, name), { recursive: true })
    if (name.startsWith('mail')) chownSync(join(folder, name), uid, gid)
  }
  writeFileSync(join(folder, 'users'), `${user}:{PLAIN}${password}::::::\n`)
  writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, port, username, asRoot, uid, gid))
  let server: ChildProcess | null = null
  let count = 0

  const start = async () => {
    server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], {
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` },
      stdio: 'ignore',
      detached: true,
    })
    await untilAnswers(port)
  }
  const stop = async () => {
    const its = server
    server = null
    if (!its || its.exitCode !== null) return
    const ended = new Promise((resolve) => its.once('exit', resolve))
    its.kill('SIGTERM')
    await ended
    // A session that idles would outlive its server by ten seconds.
    try {
      process.kill(-(its.pid ?? 0), 'SIGKILL')
    } catch {}
  }
  await start()
  return {
    port,
    password,
    url: `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX`,
    deliver: (raw) => {
      count++
      const name = `${1_800_000_000 + count}.M${count}P${process.pid}.lazo`
      writeFileSync(join(folder, 'mail/new', name), raw)
    },
    renumber: async () => {
      await stop()
      // UIDVALIDITY is made of the second in which the folder is first seen; a session that ends late writes down the old one.
      await new Promise((resolve) => setTimeout(resolve, 1_100))
      for (const name of readdirSync(join(folder, 'mail'))) {
        if (name.startsWith('dovecot')) rmSync(join(folder, 'mail', name), { force: true })
      }
      await start()
    },
    start,
    stop,
    marked: () => readdirSync(join(folder, 'mail/cur')).filter((file) => /:2,.+/.test(file)).length,
    log: () => readFileSync(join(folder, 'log'), 'utf8').slice(-4_000),
    close: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function configuration(
  folder: string,
  port: number,
  username: string,
  asRoot: boolean,
  uid: number,
  gid: number,
): string {
  // Without root nothing can change its user: every process runs as whoever runs the test.
  const own = asRoot
    ? ''
    : `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${spawnSync('id', ['-gn']).stdout.toString().trim()}\n`
  return `
base_dir = ${join(folder, 'run')}
log_path = ${join(folder, 'log')}
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:${join(folder, 'mail')}
mail_uid = ${uid}
mail_gid = ${gid}
first_valid_uid = 0
first_valid_gid = 0
mailbox_idle_check_interval = 1 secs
auth_failure_delay = 0
${own}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${join(folder, 'users')}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}
}
service imap-login {
  ${asRoot ? '' : 'chroot ='}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  ${asRoot ? '' : 'chroot ='}
}
service stats {
  ${asRoot ? '' : 'chroot ='}
}
`
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

async function untilAnswers(port: number): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('data', () => resolve(true))
      socket.once('error', () => resolve(false))
      socket.once('close', () => resolve(false))
      setTimeout(() => socket.destroy(), 1_000).unref()
    })
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('dovecot does not answer')
}
