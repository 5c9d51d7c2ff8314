import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { readMessageId, readTag, senderOf } from '@/lib/mail'
import { compose, envelopeFrom } from '@/lib/mail/compose'
import { tagOf } from '@/lib/mail/tag'
import { threadOf } from '@/lib/mail/thread'
import { letter, message } from './paper'

const now = new Date('2026-11-20T15:00:00Z')
const plain = senderOf('Casa Lúa <hola@casa-lua.mx>', 'https://lazo.mx')
const tagged = senderOf('Casa Lúa <hola+*@casa-lua.mx>', 'https://lazo.mx')

const nasty = fc.constantFrom(
  ...[
    '\r\nBcc: all@example.com',
    '\nX-Evil: 1',
    '\r',
    '\u2028',
    '\u0000',
    '\u0085',
    '"',
    '\\',
    '<',
    '>',
    ',',
    ';',
    ':',
  ],
  ...['=?utf-8?B?DQpCY2M6IGE=?=', '../../etc/cron.d/x', '‮gpj.exe', 'ñ', '漢', '😀', ' '.repeat(200), 'x'.repeat(1_200)],
)
const hostile = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 6 })
  .map((parts) => parts.join(''))
const known = new Set(
  [
    'Content-Type',
    'From',
    'To',
    'Reply-To',
    'Subject',
    'Message-ID',
    'In-Reply-To',
    'References',
    'Date',
    'MIME-Version',
  ]
    .concat('X-Lazo-Loop', 'Auto-Submitted', 'X-Auto-Response-Suppress', 'List-Unsubscribe', 'List-Unsubscribe-Post')
    .concat('List-Id', 'Content-Transfer-Encoding', 'DKIM-Signature')
    .map((name) => name.toLowerCase()),
)

test('whatever a name, a subject, a file or a stranger’s Message-ID holds: no header of theirs, one recipient, lines of 998 at most', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, hostile, hostile, async (name, subject, from, file, id) => {
      const { raw } = await compose(
        letter({ toName: name }),
        message({
          subject,
          from,
          text: `${name}\r\n.\r\n${subject}`,
          attachments: [{ name: file, mediaType: id, bytes: Buffer.from('hola') }],
        }),
        tagged,
        [id, `<${id}>`, '<a@example.com>'],
        now,
      )
      const head = raw.split('\r\n\r\n')[0] ?? ''
      const names = head.split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
      expect(names.filter((one) => !known.has(one))).toEqual([])
      expect(new Set(names).size).toBe(names.length)
      for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998)
      expect(/[\r\n]/.test(raw.replaceAll('\r\n', ''))).toBe(false)
      const parsed = await PostalMime.parse(raw)
      expect([parsed.to?.map((one) => one.address), parsed.cc ?? [], parsed.bcc ?? []]).toEqual([
        ['ana@example.com'],
        [],
        [],
      ])
      expect(parsed.attachments.map(({ content }) => new TextDecoder().decode(content as ArrayBuffer))).toEqual([
        'hola',
      ])
      expect(parsed.attachments[0]?.filename ?? '').not.toMatch(/[\r\n\0/\\]/)
    }),
    { numRuns: 300 },
  )
})

test('files go along as attachments, and those that the words show stand beside them', async () => {
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47])
  const { raw } = await compose(
    letter(),
    message({
      html: '<img src="cid:logo@lazo">',
      attachments: [
        { name: 'factura ñ.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') },
        { name: 'logo.png', mediaType: 'image/png', bytes, contentId: 'logo@lazo' },
      ],
    }),
    plain,
    [],
    now,
  )
  expect(raw).toMatch(/Content-Type: multipart\/mixed/)
  expect(raw).toMatch(/Content-Type: multipart\/related/)
  const { attachments } = await PostalMime.parse(raw)
  expect(attachments.map(({ filename, disposition }) => [filename, disposition]).sort()).toEqual([
    ['factura ñ.pdf', 'attachment'],
    ['logo.png', 'inline'],
  ])
})

test('an automatic answer to a mail says auto-replied and cannot bounce into the mailbox; other letters say auto-generated', async () => {
  const answer = letter({ facts: { inbound: 'inb_1' } })
  expect((await compose(answer, message(), plain, [], now)).raw).toMatch(/^Auto-Submitted: auto-replied\r$/m)
  expect((await compose(letter(), message(), plain, [], now)).raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(envelopeFrom(answer, plain)).toBe('')
  expect(envelopeFrom(letter(), plain)).toBe('hola@casa-lua.mx')
  expect(readTag(envelopeFrom(answer, tagged))).toEqual({ purpose: 'bounce', letterId: answer.id })
})

test('where the mailbox takes tags a list letter can be stopped by mail too', async () => {
  const { raw } = await compose(letter(), message(), tagged, [], now)
  const [, address = ''] = /<mailto:([^?>]+)\?subject=unsubscribe>/.exec(raw.replace(/\r\n\s+/g, ' ')) ?? []
  expect(readTag(address)).toEqual({ purpose: 'unsubscribe', letterId: letter().id })
})

test('our tags and Message-IDs name their letter, in any case; a guess, a changed letter or purpose names none', async () => {
  const { id } = letter()
  const { messageId } = await compose(letter(), message(), plain, [], now)
  expect([readMessageId(messageId), readMessageId(messageId.slice(1, -1).toUpperCase())]).toEqual([id, id])
  const right = `hola+${tagOf('reply', id)}@casa-lua.mx`
  expect(readTag(right.toUpperCase())).toEqual({ purpose: 'reply', letterId: id })
  expect(readTag(right.replace('+r', '+b'))).toBeNull()
  expect(readTag('hola@casa-lua.mx')).toBeNull()
  let taken = 0
  const guess = (text: string) =>
    text.replace(/[0-9a-z]{16}(?=@)/, (mac) => [...mac].map(() => Math.floor(Math.random() * 32).toString(32)).join(''))
  for (let turn = 0; turn < 10_000; turn++) if (readTag(guess(right)) || readMessageId(guess(messageId))) taken++
  expect(taken).toBe(0)
})

test('a stranger’s Message-ID that is not one word stays out of the thread', () => {
  expect(threadOf(['<a@x>', '<b c@x>', '<d@x>\r\nBcc: e@x', 'f', '<a@x>', '<g@x>'])).toEqual({
    inReplyTo: '<g@x>',
    references: ['<a@x>', '<g@x>'],
  })
})
