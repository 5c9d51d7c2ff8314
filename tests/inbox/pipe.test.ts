import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { surroundings } from '@/lib/kit/env'
import { sha256 } from '@/lib/kit/seal'
import { kept, mail } from './world'

const program = `node_modules/.cache/lazo-pipe-${process.pid}.mjs`
beforeAll(async () => {
  await build({
    entryPoints: ['lib/cli/lazo.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
})
afterAll(() => rmSync(program, { force: true }))

const pipe = (input: string | Buffer, ...words: string[]) =>
  spawnSync(process.execPath, [program, 'mail:in', ...words], { input, env: surroundings() })

test('a mail server pipes a mail in: 0 when it is kept, 65 for what is never taken, 75 for later', async () => {
  const raw = mail('por la tubería')
  const taken = pipe(raw, '--to', '<hola+tag@casa.example>', '--from', '<>')
  expect([taken.status, taken.stderr.toString()]).toEqual([0, ''])
  expect((await kept())[0]).toMatchObject({
    source: 'pipe',
    sha256: sha256(raw),
    envelopeFrom: '',
    envelopeTo: ['hola+tag@casa.example'],
  })
  expect(pipe('').status).toBe(65)
  expect(pipe(Buffer.alloc(36 * 1_048_576, 'x')).status).toBe(65)
  const elsewhere = { ...surroundings(), DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' }
  expect(spawnSync(process.execPath, [program, 'mail:in'], { input: raw, env: elsewhere }).status).toBe(75)
  expect((await kept()).length).toBe(1)
})
