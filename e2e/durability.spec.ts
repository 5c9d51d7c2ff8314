import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { post } from '@/lib/cli/bench/load'
import { freePort } from '@/lib/cli/bench/server'
import { house, keyOf } from './support/house'

const posts = 60

/** Goes through a trace of system calls: answers of 2xx that left while something written to the log was not yet synced. */
function unsynced(trace: string): { answers: number; early: number; syncs: number } {
  const found = { answers: 0, early: 0, syncs: 0 }
  let dirty = false
  for (const line of trace.split('\n')) {
    if (/pwrite64\(\d+<[^>]*lazo\.db-wal>/.test(line)) dirty = true
    else if (
      /f(data)?sync\(\d+<[^>]*lazo\.db-wal>\)\s*= 0/.test(line) ||
      /<\.\.\. f(data)?sync resumed>\)\s*= 0/.test(line)
    ) {
      dirty = false
      found.syncs++
    } else if (/"HTTP\/1\.1 201/.test(line)) {
      found.answers++
      if (dirty) found.early++
    }
  }
  return found
}

test('every 201 leaves only after the log was synced to disk, as the kernel saw it', async () => {
  const place = house(true)
  const first = await place.start()
  const key = await keyOf(place)
  await first.kill()

  const port = await freePort()
  const trace = join(place.folder, 'trace.txt')
  const traced = spawn(
    'strace',
    [
      '-f',
      '-y',
      '-s',
      '24',
      '-e',
      'trace=pwrite64,fsync,fdatasync,write,writev',
      '-o',
      trace,
      process.execPath,
      'dist/serve.mjs',
    ],
    {
      env: {
        ...process.env,
        ...place.variables,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        WORKER: 'off',
      },
      stdio: 'ignore',
    },
  )
  await answering(`http://127.0.0.1:${port}/api/health`)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let n = 0; n < posts; n++) {
    const reply = await post(
      agent,
      new URL(`http://127.0.0.1:${port}/api/v1/responses`),
      { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      JSON.stringify({ survey: 'nps', score: n % 11, comment: `número ${n}` }),
    )
    expect(reply.status).toBe(201)
  }
  agent.destroy()
  await ended(traced, place.folder)

  const seen = unsynced(readFileSync(trace, 'utf8'))
  process.stdout.write(`durability: ${JSON.stringify(seen)}\n`)
  expect(seen).toMatchObject({ answers: posts, early: 0 })
  expect(seen.syncs).toBeGreaterThanOrEqual(posts)
  place.remove()
})

test('the reading of a trace sees an answer that left too early', () => {
  const write = '12 pwrite64(23</x/lazo.db-wal>, "..", 24, 0) = 24'
  const sync = '12 fdatasync(23</x/lazo.db-wal>) = 0'
  const answer = '12 write(30<socket:[1]>, "HTTP/1.1 201 Created\\r\\n"..., 400) = 400'
  expect(unsynced([write, sync, answer].join('\n'))).toEqual({ answers: 1, early: 0, syncs: 1 })
  expect(unsynced([write, answer, sync].join('\n'))).toEqual({ answers: 1, early: 1, syncs: 1 })
})

async function answering(url: string) {
  for (let attempt = 0; attempt < 1_200; attempt++) {
    const answer = await fetch(url).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the traced server gave no answer')
}

// strace passes the signal on to nobody: the server's own number stands in its lock.
const ended = (traced: ChildProcess, folder: string) =>
  new Promise<void>((resolve) => {
    traced.once('exit', () => resolve())
    process.kill(Number(readFileSync(join(folder, 'server.lock'), 'utf8')), 'SIGTERM')
  })
