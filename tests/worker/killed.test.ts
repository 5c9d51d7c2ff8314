import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { letters } from '@/db/schema'
import { reply } from '@/lib/followups'
import { after, minutes } from '@/lib/kit/clock'
import { ticketOf } from '../followups/world'
import { type Mailbox, openMailbox } from '../support/smtp'
import { foundWorld, friday, type World } from '../support/world'

let world: World
let box: Mailbox
beforeAll(async () => {
  box = await openMailbox()
  world = await foundWorld()
})
afterAll(() => box.close())

const start = (at: Date): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'tests/worker/sender.ts', at.toISOString()], {
    env: { ...process.env, SMTP_URL: box.url },
    stdio: 'inherit',
  })

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()))

test('a sender killed again and again loses no letter, and sends none twice but those whose outcome it never saw', async () => {
  const names = Array.from({ length: 40 }, (_, n) => `slow-${n}@correo.mx`)
  for (const email of names) {
    const ticket = await ticketOf(friday, { customer: { email, name: 'Ana' } })
    await reply(world.agent, ticket.id, { text: 'Le propongo el sábado.' }, friday)
  }
  let clock = friday
  // Killed while the server, which answers late, has kept letters whose 250 is not out yet.
  for (const received of [6, 20, 40]) {
    const child = start(clock)
    while (box.kept.length < received) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGKILL')
    await ended(child)
    clock = after(clock, minutes(20))
  }
  for (let turn = 0; turn < 2; turn++) {
    await ended(start(clock))
    clock = after(clock, minutes(20))
  }
  const rows = await db.select().from(letters)
  expect(rows.length).toBe(80)
  expect(rows.filter(({ state }) => state !== 'sent').map(({ id, state, error }) => [id, state, error])).toEqual([])
  for (const { messageId, resent } of rows) {
    const copies = box.kept.filter((one) => one.messageId === messageId)
    expect(copies.length).toBeGreaterThanOrEqual(1)
    expect(copies.length).toBeLessThanOrEqual(resent ? 2 : 1)
    expect(new Set(copies.map(({ sha }) => sha)).size).toBe(1)
  }
  // The kills were felt: otherwise this proves nothing.
  expect(rows.some(({ resent }) => resent)).toBe(true)
}, 120_000)
