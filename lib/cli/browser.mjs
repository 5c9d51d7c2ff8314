// What the tests borrow from the system: a browser, strace to watch what reaches the disk, and a mail server to read from.
import { spawnSync } from 'node:child_process'
import { quietly } from './run.mjs'
import { fail, sentence } from './say.mjs'

const programs = { chromium: 'chromium', strace: 'strace', dovecot: 'dovecot-imapd' }

// Servers stand where not everybody's path leads.
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }

/** Installs what is missing as root with apt-get; otherwise the one command to run, and the end. */
export async function borrowPrograms() {
  const missing = Object.entries(programs).filter(([program]) => spawnSync('which', [program], { env }).status !== 0)
  if (missing.length === 0) return
  const names = missing.map(([, name]) => name).join(' ')
  const command = `apt-get update && apt-get install -y ${names}`
  const may = process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0
  if (!may) fail('borrow', { command: `sudo sh -c '${command}'`, names })
  const { code, output } = await quietly(sentence('borrowing', { names }), 'sh', ['-c', command], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (code === 0) return
  process.stderr.write(output)
  fail('borrow', { command, names })
}
