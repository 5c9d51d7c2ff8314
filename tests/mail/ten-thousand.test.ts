import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atomically, db, engine } from '@/db'
import { letters } from '@/db/schema'
import { minutes } from '@/lib/kit/clock'
import { queueLetter } from '@/lib/mail'
import { type Mailbox, openMailbox } from '../support/smtp'
import { mostLooks, nextDue } from './next-due'

const at = new Date('2026-11-20T15:00:00Z')
// PostgreSQL gets a tenth of the letters, from two senders at once. Any multiple of a thousand will do.
const size = engine === 'sqlite' ? 10_000 : 1_000
const senders = engine === 'sqlite' ? 1 : 2
const kills = 20
/** Of 10,000 letters, what the server does with how many. */
const shares = {
  ...{ ok: 7_300, rcpt450: 400, data451: 400, rcpt421: 200, rcpt550: 500, data554: 300, policy550: 300 },
  ...{ dropbefore: 250, dropafter: 300, hang: 50 },
}
const names = Object.entries(shares).flatMap(([behaviour, share]) =>
  Array.from({ length: (share * size) / 10_000 }, (_, n) => `${behaviour}-${n}@example.com`),
)
const folder = resolve('node_modules/.cache')
const program = join(folder, `lazo-sender-${process.pid}.mjs`)
let box: Mailbox

beforeAll(async () => {
  box = await openMailbox()
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: ['tests/mail/sender.ts'],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
})
afterAll(async () => {
  await box.close()
  rmSync(program, { force: true })
})

test(`${size} letters over all faults, ${kills} kills of the sender: each is sent or failed, and never twice but after an unknown outcome`, async () => {
  await queueAll()
  let killed = 0
  let clock = at
  let rounds = 0
  for (let due: Date | null = at; due; due = await nextDue(at, clock)) {
    clock = due
    expect(++rounds, `looks by ${due.toISOString()}, ${box.kept.length} copies`).toBeLessThan(mostLooks)
    expect(box.kept.length, `copies after ${rounds} looks`).toBeLessThan(size * 1.2)
    const healthy = clock.getTime() - at.getTime() > minutes(8)
    if (healthy) heal()
    // Nobody is killed any more: one goes on by itself, look after look, to the end.
    const toEnd = healthy && killed === kills
    const running = Array.from({ length: toEnd ? 1 : senders }, () => send(clock, toEnd))
    await Promise.all(running.map(({ ready }) => ready))
    for (const { child } of running) if (killed < kills && (await killInTime(child))) killed++
    for (const { ended } of running) await ended
  }
  const rows = await db.select().from(letters)
  const copies = new Map<string, typeof box.kept>()
  for (const one of box.kept) copies.set(one.to, [...(copies.get(one.to) ?? []), one])
  let twice = 0
  for (const letter of rows) {
    const kept = copies.get(letter.toAddress) ?? []
    const about = `${letter.toAddress} ${letter.state} ${letter.error} ×${kept.length}`
    expect(['sent', 'failed'], about).toContain(letter.state)
    if (letter.state === 'sent' && !letter.resent) expect(kept.length, about).toBe(1)
    if (letter.state === 'sent') expect(kept.length, about).toBeGreaterThan(0)
    if (letter.state === 'failed' && letter.error !== 'unknown_outcome') expect(kept.length, about).toBe(0)
    if (kept.length > 1) expect(letter.resent, about).toBe(true)
    expect(kept.length, about).toBeLessThanOrEqual(2)
    expect(new Set(kept.map(({ sha }) => sha)).size, about).toBeLessThanOrEqual(1)
    expect(
      kept.every(({ messageId }) => messageId === letter.messageId),
      about,
    ).toBe(true)
    if (kept.length > 1) twice++
  }
  const of = (state: string, error: string | null = null) =>
    rows.filter((row) => row.state === state && (state === 'sent' || row.error === error)).length
  const resent = rows.filter((row) => row.resent && row.state === 'sent').length
  process.stdout.write(`${JSON.stringify({ size, rounds, killed, resent, twice, sent: of('sent') })}\n`)
  expect(rows.length).toBe(size)
  expect(killed).toBe(kills)
  // Each kill leaves letters without an outcome behind: the test saw the window.
  expect(resent).toBeGreaterThan(0)
  expect(of('failed', 'rejected_address')).toBe(part('rcpt550'))
  expect(of('failed', 'rejected_message')).toBe(part('data554') + part('policy550'))
  expect(of('failed', 'too_long')).toBe(3 * stubborn)
  expect(of('failed', 'unknown_outcome')).toBeGreaterThanOrEqual(part('dropbefore') + part('dropafter') + part('hang'))
}, 600_000)

const part = (behaviour: keyof typeof shares): number => (shares[behaviour] * size) / 10_000
/** So many of each that is refused for now are refused for four days. */
const stubborn = size / 1_000

const heal = () => {
  for (const name of names)
    if (/^(rcpt450|data451|rcpt421)-/.test(name) && Number(/-(\d+)@/.exec(name)?.[1]) >= stubborn) box.healed.add(name)
}

async function queueAll(): Promise<void> {
  const mixed = names.map((name) => ({ name, place: Math.random() })).sort((one, other) => one.place - other.place)
  for (let from = 0; from < mixed.length; from += 200)
    await atomically(() =>
      mixed.slice(from, from + 200).flatMap(({ name }, n) => {
        const automatic = n % 2 === 0
        return queueLetter({ kind: automatic ? 'recovery' : 'reply', to: name, language: 'es', automatic }, at)
      }),
    )
}

function send(clock: Date, toEnd: boolean) {
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      SMTP_URL: `${box.url}?socketTimeout=250`,
      LAZO_TEST_AT: String(clock.getTime()),
      ...(toEnd && { LAZO_TEST_FROM: String(at.getTime()) }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const ready = new Promise<void>((done) => child.stdout.once('data', () => done()))
  return { child, ended, ready: Promise.race([ready, ended]) }
}

/** Kills at a random instant of its work: after some more letters have arrived. Whether it was still at work. */
async function killInTime(child: ChildProcess | undefined): Promise<boolean> {
  const enough = box.kept.length + Math.floor((Math.random() * 1.4 * size) / kills)
  const alive = () => child?.exitCode === null && child.signalCode === null
  while (alive() && box.kept.length < enough) await new Promise((done) => setTimeout(done, Math.random() * 20))
  return alive() && child?.kill('SIGKILL') === true
}
