import { raw } from '@/db'
import { lastBeat } from '@/lib/jobs'
import { now } from '@/lib/kit/clock'
import { mailState } from '@/lib/mail'

type Plain = { status: number; headers: Record<string, string>; body: string }
const json = (status: number, body: unknown): Plain => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** The process answers. */
export const health = (): Plain => json(200, { status: 'ok' })

/** Database, worker and mail, each by a word; 503 when one of the first two is out. */
export async function ready(): Promise<Plain> {
  const at = now()
  const database = await raw('select 1 as one').then(
    () => 'ok',
    () => 'failing',
  )
  const beat = database === 'ok' ? await lastBeat() : null
  const worker = beat && at.getTime() - beat.getTime() < 60_000 ? 'ok' : 'silent'
  const mail = database === 'ok' ? (await mailState()).kind : 'unknown'
  const fine = database === 'ok' && worker === 'ok'
  return json(fine ? 200 : 503, { status: fine ? 'ok' : 'degraded', database, worker, mail })
}
