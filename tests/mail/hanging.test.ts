import { afterAll, beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { jobs, letters } from '@/db/schema'
import { lease, settle } from '@/lib/jobs'
import { after, minutes } from '@/lib/kit/clock'
import { forget } from '@/lib/kit/once'
import { queueLetter } from '@/lib/mail'
import { closeTransport, mailHandler } from '@/lib/mail/handlers'
import { type Mailbox, openMailbox } from '../support/smtp'
import { plainDesk } from './world'

const at = new Date('2026-11-20T15:00:00Z')
let box: Mailbox
beforeAll(async () => {
  box = await openMailbox()
  process.env.SMTP_URL = `${box.url}?socketTimeout=3000`
  forget('env')
})
afterAll(async () => {
  closeTransport()
  await box.close()
})

test('a mail server that hangs holds the worker back for a moment only, and every letter still comes to its end', async () => {
  const names = Array.from({ length: 12 }, (_, n) => `hang-${n}@example.com`)
  await atomically(() =>
    names.flatMap((to) => queueLetter({ kind: 'acknowledgement', to, language: 'es', automatic: true }, at)),
  )
  const { desks } = plainDesk()
  const handler = mailHandler(desks, 400)
  const began = performance.now()
  const leased = await lease(100, at)
  const endings = await handler.run(leased, at)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(endings.map(({ end }) => end)).toEqual(names.map(() => 'later'))
  await settle(leased, endings, at)
  const states = async () => (await db.select().from(letters)).map(({ state }) => state).sort()
  expect(await states()).toEqual([...Array(7).fill('queued'), ...Array(5).fill('sending')])
  // All five lines are taken: what is due now waits without a claim.
  const second = await lease(100, after(at, 60_000))
  expect(new Set((await handler.run(second, after(at, 60_000))).map(({ end }) => end))).toEqual(new Set(['later']))
  await settle(
    second,
    second.map(({ id }) => ({ id, end: 'later' as const, at: after(at, minutes(3)) })),
    at,
  )
  expect(await states()).toEqual([...Array(7).fill('queued'), ...Array(5).fill('sending')])
  // The five that hang settle by themselves when their line breaks.
  while ((await states()).includes('sending')) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await states()).toEqual([...Array(7).fill('queued'), ...Array(5).fill('unknown')])
  expect(await db.$count(jobs)).toBe(17)
})
