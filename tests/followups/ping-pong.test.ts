import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailbox, openMailbox } from '../support/smtp'
import { friday } from '../support/world'
import type { Wish } from './instance'

type Counted = { letters: string[]; mails: string[]; open: number }
type House = { ask: <R>(wish: Wish) => Promise<R>; end: () => void; address: string }

let post: Mailbox
let one: House
let other: House

/** A whole Lazo of its own. */
async function houseAt(name: string): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), `lazo-${name}-`))
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'tests/followups/instance.ts'], {
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: 'test', DATA_DIR: folder, BASE_URL: `https://${name}.test` },
      LAZO_SECRET: `the secret of ${name}, known to nobody else, 0123456789`,
      SMTP_URL: post.url,
      MAIL_FROM: `Casa ${name} <hola+*@${name}.test>`,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let turn = 0
  child.on('message', (answer: { turn: number; value?: unknown; error?: string }) => {
    const who = waiting.get(answer.turn)
    waiting.delete(answer.turn)
    if (answer.error) who?.reject(new Error(answer.error))
    else who?.resolve(answer.value as never)
  })
  const next = <R>(at: number): Promise<R> =>
    new Promise<R>((resolve, reject) => {
      waiting.set(at, { resolve: resolve as (value: never) => void, reject })
    })
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the house is gone'))
  })
  await next(0)
  return {
    address: `hola@${name}.test`,
    ask: (wish) => {
      turn++
      const answer = next<never>(turn)
      child.send({ turn, wish })
      return answer
    },
    end: () => {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

beforeAll(async () => {
  post = await openMailbox()
  const houses = await Promise.all([houseAt('uno'), houseAt('dos')])
  ;[one, other] = houses
}, 120_000)
afterAll(async () => {
  one?.end()
  other?.end()
  await post.close()
})

let delivered = 0

/** Both work and every mail is carried to the house that it is for, so often that any loop would turn and turn. */
async function untilQuiet(at: number): Promise<number> {
  const before = delivered
  for (let round = 0; round < 12; round++) {
    for (const house of [one, other]) await house.ask({ do: 'work', at: at + round * 60_000 })
    for (const mail of post.kept.slice(delivered)) {
      const house = mail.to.endsWith('@uno.test') ? one : other
      await house.ask({ do: 'receive', raw: mail.raw, to: mail.to, from: mail.from, at: at + round * 60_000 })
      delivered++
    }
  }
  return delivered - before
}

test('two houses that are each other’s customers stop after one letter each', async () => {
  const at = friday.getTime()
  const mine = await one.ask<string>({ do: 'complain', from: other.address, at })
  const theirs = await other.ask<string>({ do: 'complain', from: one.address, at })
  // The acknowledgement of each, and nothing in answer to either.
  expect(await untilQuiet(at)).toBe(2)
  for (const house of [one, other]) {
    const { letters, mails } = await house.ask<Counted>({ do: 'count' })
    expect(letters).toEqual(['acknowledgement sent'])
    expect(mails).toEqual(['automatic unmatched'])
  }
  // A person at each writes: one letter each again, and again silence.
  const hour = at + 3_600_000
  await one.ask({ do: 'write', ticket: mine, text: '¿Cómo les ayudamos?', at: hour })
  await other.ask({ do: 'write', ticket: theirs, text: '¿Y nosotros a ustedes?', at: hour })
  expect(await untilQuiet(hour)).toBe(2)
  // Put on the tickets by people, answered within the thread: the houses are in one conversation now, and still no echo.
  for (const [house, ticket] of [
    [one, mine],
    [other, theirs],
  ] as const) {
    await house.ask({ do: 'assign', ticket, at: hour + 1_200_000 })
    await house.ask({ do: 'write', ticket, text: 'Recibido, gracias.', at: hour + 1_300_000 })
  }
  expect(await untilQuiet(hour + 1_400_000)).toBe(2)
  for (const house of [one, other]) {
    const { letters, open } = await house.ask<Counted>({ do: 'count' })
    expect(letters).toEqual(['acknowledgement sent', 'reply sent', 'reply sent'])
    expect(open).toBe(1)
  }
  expect(post.kept).toHaveLength(6)
}, 120_000)
