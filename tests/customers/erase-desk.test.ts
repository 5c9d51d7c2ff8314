import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import * as schema from '@/db/schema'
import { eraseCustomer, exportCustomer } from '@/lib/customers'
import { customerHandlers } from '@/lib/customers/handlers'
import { drain } from '@/lib/jobs'
import { sha256 } from '@/lib/kit/seal'
import { answered, now, person, somebody, twoTeams } from './people'

const manager = somebody('manager')
const mark = 'zarzamora'
const both = `${mark} de los dos`

// Every row of every table as text, bytes as the words that they are.
async function everything(): Promise<string> {
  const tables = Object.values(schema).filter((each) => typeof each === 'object')
  const rows = await Promise.all(tables.map((table) => db.select().from(table as typeof schema.responses)))
  return JSON.stringify(rows, (_, value: unknown) => {
    const bytes = value as { type?: string; data?: number[] }
    return bytes?.type === 'Buffer' && bytes.data ? Buffer.from(bytes.data).toString('utf8') : value
  })
}

const blob = (text: string) => ({ sha256: sha256(text), size: text.length, bytes: Buffer.from(text), createdAt: now })
const mail = (id: string, words: string, ticketId: string | null) => ({
  ...{ id, source: 'imap' as const, mailbox: 'care', sha256: sha256(words), size: 9, attempts: 1, receivedAt: now },
  ...{ envelopeFrom: `${mark}@example.com`, envelopeTo: [`care+${mark}@lazo.mx`], trail: [], ticketId },
  ...{ state: ticketId ? ('settled' as const) : ('unmatched' as const), kind: 'reply' as const },
  ...{ messageIdHeader: `<${mark}@x>`, wordsHash: 'h', fromName: mark, subject: mark, error: mark },
  fromAddress: `${mark}@example.com`,
})
const file = (id: string, words: string, ticketId: string) => ({
  ...{ id, sha256: sha256(words), name: `${mark}.pdf`, mediaType: 'application/pdf', size: 9, inline: false },
  ...{ ticketId, createdAt: now },
})

beforeAll(async () => {
  await twoTeams()
  await person('cus_ana', `Ana ${mark}`, `${mark}@example.com`)
  await person('cus_beto', 'Beto', 'beto@example.com')
  const said = { score: 2, comment: mark, touchpoint: 'entrega', minutesAgo: 5 }
  await answered({ id: 'res_a', customerId: 'cus_ana', ...said }, 1001)
  await answered({ id: 'res_b', customerId: 'cus_beto', ...said, comment: 'otra cosa' }, 1002)
  const [ana, beto] = ['tic_res_a', 'tic_res_b']
  const task = { createdBy: 'usr_x', createdAt: now }
  await atomically((tx) => [
    ...[`raw ${mark}`, `unmatched ${mark}`, `file ${mark}`, both].map((text) =>
      tx.insert(schema.blobs).values(blob(text)),
    ),
    tx.insert(schema.inbound).values(mail('inb_1', `raw ${mark}`, ana)),
    tx.insert(schema.inbound).values(mail('inb_2', `unmatched ${mark}`, null)),
    tx.insert(schema.attachments).values({ ...file('fil_1', `file ${mark}`, ana), messageRowId: 'msg_res_a' }),
    tx.insert(schema.attachments).values(file('fil_2', both, ana)),
    tx.insert(schema.attachments).values({ ...file('fil_3', both, beto), name: 'de Beto' }),
    tx.insert(schema.subTasks).values({ ...task, id: 'tsk_1', ticketId: ana, text: `Llamar a ${mark}` }),
    tx.insert(schema.subTasks).values({ ...task, id: 'tsk_2', ticketId: beto, text: 'Llamar a Beto' }),
    tx.insert(schema.gestures).values({
      ...{ ...task, id: 'ges_1', ticketId: ana, type: 'gift', cost: 1_050, currency: 'MXN', note: mark },
    }),
    tx.insert(schema.drafts).values({
      ...{ ticketId: ana, userId: 'usr_x', kind: 'reply', text: mark, shared: true, beganAt: now, updatedAt: now },
    }),
    tx
      .insert(schema.ticketAddresses)
      .values({ ticketId: ana, addressKey: `${mark}2@example.com`, addedBy: 'usr_x', at: now }),
    tx.insert(schema.suppressions).values({ addressKey: `${mark}2@example.com`, reason: 'bounced', at: now }),
    tx.insert(schema.bounces).values({ id: 'bou_1', addressKey: `${mark}@example.com`, severity: 'hard', at: now }),
    tx.insert(schema.bounces).values({ id: 'bou_2', addressKey: `${mark}2@example.com`, severity: 'hard', at: now }),
    tx
      .update(schema.messages)
      .set({ subject: mark, fromAddress: `${mark}@example.com`, fromName: mark })
      .where(eq(schema.messages.ticketId, ana)),
    tx
      .update(schema.letters)
      .set({ diagnostic: `550 ${mark}` })
      .where(eq(schema.letters.ticketId, ana)),
    tx.update(schema.tickets).set({ waitingReason: mark }).where(eq(schema.tickets.id, ana)),
  ])
})

test('what somebody takes along holds their mail, files, gestures, tasks and what was begun to them', async () => {
  const its = await exportCustomer(manager, 'cus_ana')
  expect(its.mail.map(({ subject }) => subject)).toEqual([mark, mark])
  expect(its.tickets[0]).toMatchObject({
    files: [{ name: `${mark}.pdf` }, { name: `${mark}.pdf` }],
    gestures: [{ type: 'gift', cost: '10.50', currency: 'MXN', note: mark }],
    tasks: [{ text: `Llamar a ${mark}` }],
    drafts: [{ text: mark }],
    messages: [{ subject: mark, from: `${mark}@example.com` }],
  })
})

test('of an erased person no table keeps a word: not in tasks, gestures, drafts, files, mail that came, or what servers said of them', async () => {
  const before = await everything()
  for (const word of [`raw ${mark}`, `unmatched ${mark}`, `file ${mark}`, `550 ${mark}`]) expect(before).toContain(word)
  await eraseCustomer(manager, 'cus_ana', now)
  await drain(customerHandlers, now)
  const left = await everything()
  // What Beto has as well stays his.
  expect(left.replace(both, '').replaceAll(`"segment":"${mark}"`, '')).not.toContain(mark)
  expect(left).toContain(both)
  expect(left).toContain('Llamar a Beto')
  const blobs = await db.select({ size: schema.blobs.size }).from(schema.blobs)
  expect(blobs).toEqual([{ size: both.length }])
  const inbound = await db.select().from(schema.inbound)
  expect(inbound.map(({ id, state, subject, erasedAt }) => [id, state, subject, erasedAt]).sort()).toEqual([
    ['inb_1', 'settled', null, now],
    ['inb_2', 'dismissed', null, now],
  ])
  expect((await db.select().from(schema.gestures)).map(({ cost, note }) => [cost, note])).toEqual([[1_050, null]])
})

test('once the other is erased too, the bytes that both named are gone', async () => {
  await eraseCustomer(manager, 'cus_beto', now)
  await drain(customerHandlers, now)
  expect(await db.$count(schema.blobs)).toBe(0)
  expect(await db.$count(schema.attachments)).toBe(0)
})
