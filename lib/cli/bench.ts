import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { env, surroundings } from '@/lib/kit/env'
import { serveBare } from './bench/bare'
import { account, compare, javascriptKb, rounded, signIn } from './bench/desk'
import { deskWork, measureDesk } from './bench/desk-budget'
import { lazoOn, measureImport } from './bench/importing'
import { measureIntake } from './bench/intake'
import { seed } from './bench/seed'
import { type Running, startServer } from './bench/server'
import { measureWorker } from './bench/work'

const run = promisify(execFile)
const founded = {
  LAZO_ADMIN_EMAIL: account.email,
  LAZO_ADMIN_PASSWORD: account.password,
  DATABASE_URL: '',
  SMTP_URL: '',
}
const lazo = lazoOn(founded)
const sizes = { small: { answers: 10_000, tickets: 1_000 }, large: { answers: 1_000_000, tickets: 100_000 } }

const told = (line: string) => process.stderr.write(`${line}\n`)

/** `npm run bench`: one JSON object on standard output (contract.md 5), progress on standard error. */
async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lazo-bench-'))
  const servers: Running[] = []
  const start = async (name: string, more: Record<string, string> = {}, script = 'dist/serve.mjs', probe?: string) => {
    const place = join(folder, name)
    mkdirSync(place, { recursive: true })
    const server = await startServer(script, { ...founded, DATA_DIR: place, WORKER: 'off', ...more }, probe)
    servers.push(server)
    return server
  }
  const stop = async (server: Running) => {
    servers.splice(servers.indexOf(server), 1)
    await server.kill()
  }
  try {
    told('start')
    await stop(await start('intake'))
    const server = await start('intake', {}, 'dist/serve.mjs', '/sign-in')
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    const idle = server.memoryMiB()
    const key = await lazo(
      join(folder, 'intake'),
      'key:create',
      '--name',
      'bench',
      '--scopes',
      'responses:write',
      '--rate',
      '0',
    )
    const bare = await start('bare', { LAZO_BENCH_BARE: '1' }, 'dist/bench.mjs', '/')
    told('intake, beside a bare Next handler and a bare node:http server')
    const intake = await measureIntake(server, bare, key)
    const loaded = server.memoryMiB()
    const startSeconds = rounded(server.startSeconds)
    await stop(bare)
    await stop(server)
    told('the worker on what intake left')
    const workerCpuMs = await measureWorker(join(folder, 'intake'), founded, intake.taken)
    told('import')
    const imports = await measureImport(lazo, found)
    for (const [name, { answers, tickets }] of Object.entries(sizes)) {
      told(`filling: ${answers} answers, ${tickets} tickets`)
      await found(join(folder, name))
      await run(process.execPath, ['dist/bench.mjs', '--seed', String(answers), String(tickets)], {
        env: surroundings({ ...founded, DATA_DIR: join(folder, name) }),
      })
    }
    const [little, large] = [await start('small'), await start('large')]
    const pages = await measurePages(little, large)
    told('the desk at 100,000 tickets, and a change of 5,000 of them')
    const desk = await measureDesk(large, join(folder, 'large'), founded)
    process.stdout.write(
      `${JSON.stringify({
        machine: { cpus: cpus().length, node: process.versions.node },
        engine: 'sqlite',
        intake: { ...intake.figures, workerCpuMs },
        import: imports,
        ...pages,
        desk,
        memoryMiB: { idle, loaded },
        startSeconds,
      })}\n`,
    )
  } finally {
    for (const server of servers) await server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

// A company as the unattended first start makes it.
async function found(place: string): Promise<void> {
  mkdirSync(place, { recursive: true })
  await (await startServer('dist/serve.mjs', { ...founded, DATA_DIR: place, WORKER: 'off' })).kill()
}

async function measurePages(small: Running, large: Running) {
  const cookies = [await signIn(small.url), await signIn(large.url)] as const
  const pair = (one: string, other: string) =>
    [
      [one, small, cookies[0]],
      [other, large, cookies[1]],
    ] as [[string, Running, string], [string, Running, string]]
  told('queue, board and search at two sizes')
  const queue = await compare('/tickets', ...pair('1000', '100000'), 25)
  const board = await compare('/insights', ...pair('10000', '1000000'), 25)
  const search = await compare('/tickets?q=armador', ...pair('1000', '100000'), 25)
  const ticket = await firstTicket(small.url, cookies[0])
  const kb = (path: string) => javascriptKb(small.url + path, cookies[0])
  return {
    queue,
    board,
    search,
    javascriptKb: {
      survey: await kb('/s/nps'),
      queue: await kb('/tickets'),
      ticket: await kb(ticket),
      board: await kb('/insights'),
    },
  }
}

async function firstTicket(url: string, cookie: string): Promise<string> {
  const html = await (await fetch(`${url}/tickets?view=open`, { headers: { cookie } })).text()
  return /\/tickets\/\d+/.exec(html)?.[0] ?? '/tickets'
}

const [word, ...numbers] = process.argv.slice(2)
if (surroundings().LAZO_BENCH_BARE) serveBare(env().dataDir, env().port)
else if (word === '--seed') await seed(Number(numbers[0]), Number(numbers[1]))
else if (word === '--desk') await deskWork(Number(numbers[0]))
else await bench()
