import { and, asc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { jobs, letters } from '@/db/schema'
import { drain } from '@/lib/jobs'
import { after, days, minutes } from '@/lib/kit/clock'
import { forget } from '@/lib/kit/once'
import { queueLetter } from '@/lib/mail'
import { mailHandler } from '@/lib/mail/handlers'
import { closeTransport } from '@/lib/mail/transport'
import { behaviours, type Mailbox, openMailbox } from '../support/smtp'
import { plainDesk } from './world'

const at = new Date('2026-11-20T15:00:00Z')
let box: Mailbox

beforeAll(async () => {
  box = await openMailbox()
  process.env.SMTP_URL = `${box.url}?socketTimeout=250`
  forget('env')
})
afterAll(async () => {
  closeTransport()
  await box.close()
})

/** A minute after the first job that waits falls due, and later than before; null when none waits. */
async function nextLook(before: Date): Promise<Date | null> {
  const [next] = await db
    .select({ at: jobs.runAt })
    .from(jobs)
    .where(and(eq(jobs.kind, 'mail.send'), isNull(jobs.doneAt)))
    .orderBy(asc(jobs.runAt))
    .limit(1)
  if (!next) return null
  return new Date(Math.max(next.at.getTime(), before.getTime()) + minutes(1))
}

test('200 letters over all behaviours, two senders at once: one copy where a 250 was seen, at most two alike where none was, every letter with an end', async () => {
  const { desks } = plainDesk()
  const names = behaviours.flatMap((behaviour) => Array.from({ length: 20 }, (_, n) => `${behaviour}-${n}@example.com`))
  for (let from = 0; from < names.length; from += 100)
    await atomically(() =>
      names
        .slice(from, from + 100)
        .flatMap((to) => queueLetter({ kind: 'acknowledgement', to, language: 'es', automatic: true }, at)),
    )
  const senders = [mailHandler(desks), mailHandler(desks)]
  // From one due instant to the next, for as long as there is one; half of what is refused for now is taken on the second day.
  for (let clock: Date | null = at; clock; clock = await nextLook(clock)) {
    if (clock > after(at, days(1)))
      for (const name of names) if (/450|451|421/.test(name) && /[02468]@/.test(name)) box.healed.add(name)
    const now = clock
    await Promise.all(senders.map((sender) => drain([sender], now, 4)))
  }
  const rows = await db.select().from(letters)
  expect(rows.filter(({ state }) => !['sent', 'failed'].includes(state)).map(({ toAddress }) => toAddress)).toEqual([])
  for (const letter of rows) {
    const copies = box.copiesFor(letter.toAddress)
    if (letter.state === 'sent') expect([letter.toAddress, copies.length]).toEqual([letter.toAddress, 1])
    expect(copies.length).toBeLessThanOrEqual(2)
    expect(new Set(copies.map(({ sha }) => sha)).size).toBeLessThanOrEqual(1)
    expect(new Set(copies.map(({ messageId }) => messageId)).size).toBeLessThanOrEqual(1)
    expect(copies.every((copy) => copy.messageId === letter.messageId)).toBe(true)
  }
  const sent = rows.filter(({ state }) => state === 'sent').length
  expect(sent).toBe(20 + 30)
}, 150_000)
