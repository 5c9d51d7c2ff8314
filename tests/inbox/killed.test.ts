import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { blobs, inbound, jobs } from '@/db/schema'
import { sha256 } from '@/lib/kit/seal'
import { type Dovecot, openDovecot } from '../support/dovecot'
import { kept, mail, until } from './world'

let server: Dovecot
beforeAll(async () => {
  server = await openDovecot()
  await build({
    entryPoints: ['tests/inbox/fetcher.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
})
afterAll(async () => {
  rmSync(bundle, { force: true })
  await server.close()
})

// Bundled once: twenty-one starts from the sources would take longer than the test.
const bundle = `node_modules/.cache/lazo-fetcher-${process.pid}.mjs`

const start = (): ChildProcess =>
  spawn(process.execPath, [bundle], {
    env: { ...process.env, IMAP_URL: server.url },
    stdio: 'inherit',
  })

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  )

test('a reader killed twenty times while 520 mails arrive loses none and keeps none twice', async () => {
  const sent: string[] = []
  const deliver = (count: number) => {
    for (let n = 0; n < count; n++) {
      const raw = mail(`carta ${sent.length}`)
      sent.push(sha256(raw))
      server.deliver(raw)
    }
  }
  let felt = 0
  for (let turn = 0; turn < 20; turn++) {
    deliver(13)
    const child = start()
    const before = await db.$count(inbound)
    await until(async () => (await db.$count(inbound)) > before, 30_000)
    // In the middle of what arrives now.
    deliver(13)
    await new Promise((resolve) => setTimeout(resolve, (turn * 37) % 160))
    child.kill('SIGKILL')
    await ended(child)
    if ((await db.$count(inbound)) < sent.length) felt++
  }
  const last = start()
  await until(async () => (await db.$count(inbound)) >= sent.length, 30_000)
  last.kill('SIGTERM')
  await ended(last)
  const rows = await kept()
  expect(rows.map((row) => row.sha256).sort()).toEqual([...sent].sort())
  expect(await db.$count(blobs)).toBe(sent.length)
  const asked = await db.select({ payload: jobs.payload }).from(jobs)
  expect(asked.map(({ payload }) => payload.inbound).sort()).toEqual(rows.map(({ id }) => id).sort())
  // The kills were felt: otherwise this proves nothing.
  expect(felt).toBeGreaterThan(5)
}, 240_000)
