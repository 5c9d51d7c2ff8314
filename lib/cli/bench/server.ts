import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { surroundings } from '@/lib/kit/env'

/** A server of our own, started as a user starts it, on the built app. */
export type Running = {
  pid: number
  port: number
  url: string
  /** Seconds from start to the first page. */
  startSeconds: number
  kill: (signal?: NodeJS.Signals) => Promise<void>
  /** Milliseconds of processor time spent so far. */
  cpuMs: () => number
  /** Resident memory in MiB. */
  memoryMiB: () => number
}

/** Starts `script` with these variables over the present ones and waits for its first answer; what it says goes to our standard error. */
export async function startServer(
  script: string,
  variables: Record<string, string>,
  probe = '/api/health',
): Promise<Running> {
  if (!existsSync(script)) throw new Error(`${script} is not built`)
  const port = Number(variables.PORT ?? (await freePort()))
  const began = performance.now()
  const child = spawn(process.execPath, [script], {
    env: surroundings({ NODE_ENV: 'production', ...variables, PORT: String(port), HOST: '127.0.0.1' }),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-4_000)
  })
  const url = `http://127.0.0.1:${port}`
  await firstAnswer(url + probe, child, () => complaints)
  const pid = child.pid ?? 0
  return {
    pid,
    port,
    url,
    startSeconds: (performance.now() - began) / 1000,
    kill: (signal = 'SIGTERM') => ended(child, signal),
    cpuMs: () => cpuOf(pid),
    memoryMiB: () => memoryOf(pid),
  }
}

/** A port that nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function firstAnswer(url: string, child: ChildProcess, complaints: () => string): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${complaints()}`)
    const answer = await fetch(url).catch(() => null)
    await answer?.arrayBuffer()
    if (answer && answer.status < 500) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`no answer from ${url}: ${complaints()}`)
}

const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })

// utime and stime, in ticks of 10 ms, stand 14th and 15th; the name before them may hold spaces.
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const memoryOf = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
