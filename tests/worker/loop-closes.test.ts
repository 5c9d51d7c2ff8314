import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { heartbeats, letters, tickets } from '@/db/schema'
import { reply, resolve } from '@/lib/followups'
import { after, hours } from '@/lib/kit/clock'
import { forget } from '@/lib/kit/once'
import { openToken } from '@/lib/kit/seal'
import { answerRecovery, receive } from '@/lib/loop'
import { closeTransport } from '@/lib/mail/handlers'
import { ResponseInput } from '@/lib/surveys/shared'
import { runDue, startWorker } from '@/lib/worker'
import { type Mailbox, openMailbox } from '../support/smtp'
import { detractor, foundWorld, friday, later, type World } from '../support/world'

let world: World
let box: Mailbox
beforeAll(async () => {
  box = await openMailbox()
  process.env.SMTP_URL = box.url
  process.env.MAIL_FROM = 'Casa Lúa <hola+*@casa-lua.test>'
  forget('env')
  world = await foundWorld()
})
afterAll(async () => {
  closeTransport()
  await box.close()
})

const address = 'ana.ruiz@correo.mx'
/** The text of a message as a mailbox shows it. */
const readable = (raw: string) =>
  Buffer.from(
    raw
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

test('a detractor is acknowledged, answered, told, asked again and recovered, over a real mail server', async () => {
  const { ticket } = await receive({ kind: 'key', keyId: 'key_test' }, ResponseInput.parse(detractor()), friday)
  const id = ticket?.id ?? ''
  await runDue(friday)
  await reply(world.agent, id, { text: 'Le propongo el sábado, de 9 a 11.' }, later(10))
  await runDue(later(10))
  const contact = { channel: 'phone', direction: 'in', outcome: 'spoke' } as const
  const summary = 'Su sala llegó el sábado a las 9:35.'
  await resolve(
    world.agent,
    id,
    { rootCause: 'llego-tarde', actionTaken: 'Se habló con el chofer', summary, contact },
    later(60),
  )
  await runDue(later(60))
  const monday = new Date('2026-11-23T15:00:00Z')
  await runDue(monday)
  const mails = box.copiesFor(address)
  expect(mails.length).toBe(4)
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(4)
  for (const mail of mails) {
    expect(mail.from).toMatch(/^hola\+b[0-9a-z]{42}@casa-lua\.test$/)
    expect(mail.raw).toMatch(/^Reply-To: .*\r?\n? ?<?hola\+r[0-9a-z]{42}@casa-lua\.test>?/m)
    for (const [link] of readable(mail.raw).matchAll(/https?:\/\/[^\s"<>)]+/g))
      expect(link).toMatch(/^http:\/\/lazo\.test\//)
  }
  const last = readable(mails.at(-1)?.raw ?? '')
  const token = /\/s\/recuperacion\/([0-9a-z]{52})\?score=9/.exec(last)?.[1] ?? ''
  const invitation = openToken('survey', token) ?? ''
  await answerRecovery(invitation, { score: 9, solved: 'yes' }, after(monday, hours(2)))
  const [closed] = await db.select().from(tickets).where(eq(tickets.id, id))
  expect(closed).toMatchObject({ status: 'closed', outcome: 'recovered_promoter', verdictScore: 9 })
  await runDue(after(monday, hours(2)))
  expect((await db.select().from(letters).orderBy(letters.id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'acknowledgement sent',
    'reply sent',
    'summary sent',
    'recovery sent',
    'recovery_reminder cancelled',
    'thanks sent',
  ])
})

test('the worker starts once, breathes, and stops', async () => {
  const worker = startWorker()
  expect(startWorker()).toBe(worker)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await db.$count(heartbeats)).toBe(1)
  await worker.stop()
})
