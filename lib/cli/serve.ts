import { createServer } from 'node:http'
import next from 'next'
import { closeDatabase, engine } from '@/db'
import { migrate } from '@/db/migrate'
import { organization } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { once } from '@/lib/kit/once'
import { derivedKey, randomToken } from '@/lib/kit/seal'
import { setUpFromEnvironment } from '@/lib/setup'
import { startWorker } from '@/lib/worker'
import { listener } from './serve/listener'
import { lockFolder } from './serve/lock'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The server: `/api/v1`, customers' forms and unsubscribe answered here, everything else by Next, the worker beside them. */
async function serve(dev: boolean): Promise<void> {
  const settings = env()
  const unlock = engine === 'sqlite' ? lockFolder(settings.dataDir) : () => undefined
  const { applied, copy } = await migrate()
  if (applied > 0) say(`  ${applied} migrations applied${copy ? `; the state before is kept in ${copy}` : ''}`)

  // next-auth takes these from the environment and nowhere else.
  process.env.NEXTAUTH_URL = settings.baseUrl
  process.env.NEXTAUTH_SECRET = derivedKey('next-auth')
  await setUpFromEnvironment(settings, now())

  const app = next({ dev, dir: process.cwd(), hostname: 'localhost', port: settings.port })
  await app.prepare()
  const server = createServer(listener(app.getRequestHandler(), dev))
  server.headersTimeout = 15_000
  server.requestTimeout = 120_000
  server.keepAliveTimeout = 65_000
  if (dev) server.on('upgrade', app.getUpgradeHandler())

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, resolve)
  })
  const worker = settings.worker === 'inline' ? startWorker() : null
  await announce(server.address())

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    const force = setTimeout(() => process.exit(1), 15_000)
    force.unref()
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 3_000).unref()
    await worker?.stop()
    await closeDatabase()
    unlock()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

async function announce(address: unknown) {
  const port = typeof address === 'object' && address !== null ? (address as { port: number }).port : env().port
  const place = env().baseUrlGiven ? env().baseUrl : `http://localhost:${port}`
  say(`Lazo: ${place}`)
  if (await organization()) return
  const code = once('setup.code', () => randomToken().slice(0, 10))
  say(`  First visit: ${place}/setup (from another machine it asks for this code: ${code})`)
}

serve(process.argv.includes('--dev')).catch((error: unknown) => {
  process.stderr.write(`lazo: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
