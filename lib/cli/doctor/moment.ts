import { statSync } from 'node:fs'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { join } from 'node:path'
import { engine, raw } from '@/db'
import { now } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import type { Call } from '../command'
import type { Finding, Look } from '../doctor'
import { isLocal, judgeClock } from './judge'

/** Whether our clock agrees with others', and whether the secret is one. */
export const moment: Look = async (call) => [...(await databaseClock(call)), await outsideClock(call), ...secret(call)]

async function databaseClock({ t }: Call): Promise<Finding[]> {
  if (engine !== 'postgres') return []
  const [row] = await raw('select extract(epoch from clock_timestamp()) * 1000 as at')
  const { level, seconds } = judgeClock(new Date(Number(row?.at)), now())
  return [{ level, what: t('mail.doctor.clockDatabase', { seconds }) }]
}

async function outsideClock({ t }: Call): Promise<Finding> {
  const { baseUrl } = env()
  const theirs = isLocal(baseUrl) ? null : await dateOf(`${baseUrl}/api/health`)
  const { level, seconds } = judgeClock(theirs, now())
  return level === 'unknown'
    ? { level, what: t('mail.doctor.clockUnknown') }
    : { level, what: t('mail.doctor.clock', { host: new URL(baseUrl).host, seconds }) }
}

/** The Date that a server answers with; null when it does not within three seconds. */
function dateOf(url: string): Promise<Date | null> {
  return new Promise((resolve) => {
    const ask = (url.startsWith('https:') ? secure : plain)(url, { method: 'HEAD', timeout: 3_000 }, (answer) => {
      const at = Date.parse(answer.headers.date ?? '')
      answer.resume()
      resolve(Number.isNaN(at) ? null : new Date(at))
    })
    ask.on('timeout', () => ask.destroy())
    ask.on('error', () => resolve(null))
    ask.end()
  })
}

// A secret that came by the environment has no file.
function secret({ t }: Call): Finding[] {
  const file = join(env().dataDir, 'secret')
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) return []
  return (stat.mode & 0o077) === 0
    ? [{ level: 'fine', what: t('mail.doctor.secret') }]
    : [{ level: 'wrong', what: t('mail.doctor.secretOpen', { file }) }]
}
