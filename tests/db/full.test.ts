import { expect, test } from 'vitest'
import { atomically, db, engine, frozen, raw } from '@/db'
import { jobs } from '@/db/schema'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'

const at = new Date('2026-11-20T15:00:00Z')
const insertJob = frozen(jobs)
const job = (n: number) => ({
  id: `job-${n}`,
  kind: 'full',
  payload: { text: 'x'.repeat(2_000) },
  key: null,
  runAt: at,
  attempts: 0,
  createdAt: at,
})
const pages = async (limit: number) =>
  Number(Object.values((await raw(`pragma max_page_count = ${limit}`))[0] ?? {})[0])

async function fill(): Promise<{ stored: number[]; refused: unknown[] }> {
  const outcome = { stored: [] as number[], refused: [] as unknown[] }
  await Promise.all(
    Array.from({ length: 400 }, async (_, n) => {
      // In waves, so that many groups meet the wall and not one.
      await new Promise((resolve) => setTimeout(resolve, (n % 20) * 5))
      await atomically(() => [insertJob(job(n))]).then(
        () => outcome.stored.push(n),
        (error: unknown) => outcome.refused.push(error),
      )
    }),
  )
  return outcome
}

if (engine === 'sqlite') {
  test('on a full disk every list is stored or refused with 503, none is half stored, and it heals by itself when there is room', async () => {
    const size = Number(Object.values((await raw('pragma page_count'))[0] ?? {})[0])
    await pages(size + 60)
    const { stored, refused } = await fill()
    expect(refused.length).toBeGreaterThan(0)
    expect(stored.length).toBeGreaterThan(0)
    expect(
      refused.map((error) => (isRefusal(error) ? statusOf(error.code) : error)).filter((status) => status !== 503),
    ).toEqual([])
    const found = (await db.select({ id: jobs.id }).from(jobs)).map(({ id }) => Number(id.slice(4)))
    expect(found.sort((a, b) => a - b)).toEqual(stored.sort((a, b) => a - b))

    await pages(2 ** 30)
    await atomically(() => [insertJob(job(9_999))])
    expect(Object.values((await raw('pragma integrity_check'))[0] ?? {})[0]).toBe('ok')
  })

  test('the connection writes through to the disk before it says so', async () => {
    const value = async (name: string) => Object.values((await raw(`pragma ${name}`))[0] ?? {})[0]
    expect([
      await value('synchronous'),
      await value('journal_mode'),
      await value('foreign_keys'),
      await value('secure_delete'),
    ]).toEqual([2, 'wal', 1, 1])
  })
} else {
  test('the server writes through to the disk before it says so', async () => {
    const value = async (name: string) => (await raw(`show ${name}`))[0]?.[name]
    expect([await value('fsync'), await value('synchronous_commit'), await value('full_page_writes')]).toEqual([
      'on',
      'on',
      'on',
    ])
  })
}
