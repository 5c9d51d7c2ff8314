import { afterAll, expect, test } from 'vitest'
import { closeReader } from '@/lib/inbox/handlers'
import { readerLimits, tryToRead } from '@/lib/inbox/reader'

afterAll(closeReader)

const head = 'From: mala@correo.example\r\nTo: hola@casa.example\r\nSubject: hola\r\nMessage-ID: <h@correo.example>\r\n'
const parts = (count: number, part: string) =>
  `${head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n${`--b\r\n${part}\r\n`.repeat(count)}--b--\r\n`
const nested = (depth: number) => {
  const open = Array.from(
    { length: depth },
    (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`,
  )
  return `${head}${open.join('')}Content-Type: text/plain\r\n\r\nfondo\r\n`
}
const forwarded = (depth: number) =>
  `${`${head}Content-Type: message/rfc822\r\n\r\n`.repeat(depth)}${head}\r\nfondo\r\n`
const file = (name: string, content = 'aG9sYQ==') =>
  `Content-Type: text/plain; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n`

/** What each mail that is built to exhaust or deceive its reader ends as. */
const table: [string, () => string | Buffer, Record<string, unknown>][] = [
  [
    '50,000 recipients',
    () =>
      `${head}Cc: ${Array.from({ length: 50_000 }, (_, n) => `a${n}@correo.example`).join(',\r\n ')}\r\n\r\nhola\r\n`,
    { unreadable: 'headers_too_long' },
  ],
  [
    '5,000 recipients',
    () =>
      `${head}Cc: ${Array.from({ length: 5_000 }, (_, n) => `a${n}@correo.example`).join(',\r\n ')}\r\n\r\nhola\r\n`,
    { parsed: { notes: ['recipients.many'], text: 'hola' } },
  ],
  ['999 attachments', () => parts(999, file('a.txt')), { parsed: { notes: ['files.many'] } }],
  ['100,000 parts', () => parts(100_000, 'Content-Type: text/plain\r\n\r\nx'), { unreadable: 'too_many_parts' }],
  [
    '5,000 boundaries',
    () => `${head}${Array.from({ length: 5_000 }, (_, n) => `X-${n}: boundary="b${n}"\r\n`).join('')}\r\nx`,
    { unreadable: 'too_many_parts' },
  ],
  ['400 levels', () => nested(400), { unreadable: 'too_deep' }],
  ['2,000 forwarded in each other', () => forwarded(2_000), { parsed: { text: '' } }],
  [
    'one header line of 8 MB',
    () => `${head}X-Long: ${'x'.repeat(8_000_000)}\r\n\r\nhola\r\n`,
    { unreadable: 'headers_too_long' },
  ],
  [
    'a header line of 8 MB within a part',
    () => parts(1, `X-Long: ${'x'.repeat(8_000_000)}\r\n\r\nhola`),
    { unreadable: 'headers_too_long' },
  ],
  [
    '30,000 encoded words',
    () => `${head.replace('hola\r\n', `${'=?utf-8?Q?=C3=B1?= '.repeat(10_000)}\r\n`)}\r\nhola\r\n`,
    { parsed: { text: 'hola' } },
  ],
  [
    '20 MB of base64',
    () => parts(1, file('grande.bin', 'QUFB'.repeat(19).concat('\r\n').repeat(270_000))),
    { parsed: { notes: [] } },
  ],
  [
    'a million tags',
    () => `${head}Content-Type: text/html\r\n\r\n${'<b><i>'.repeat(500_000)}hola`,
    { parsed: { notes: ['html.long'] } },
  ],
  [
    'tags that never end',
    () => `${head}Content-Type: text/html\r\n\r\nhola${'<a href="'.repeat(200_000)}`,
    { parsed: {} },
  ],
  [
    'quotes without end',
    () => `${head}\r\nhola\r\n${'> '.repeat(5_000)}\r\n${'On x '.repeat(20_000)}\r\n`,
    { parsed: {} },
  ],
  ['white space without end', () => `${head}\r\nhola${' '.repeat(900_000)}x\r\n`, { parsed: { notes: ['text.long'] } }],
  [
    'attribution lines',
    () => `${head}\r\n${'El 3 de abril de 2026 Ana <a@b.mx>\r\n'.repeat(20_000)}`,
    { parsed: { notes: ['text.long'] } },
  ],
  [
    'two senders in one header',
    () => `${head.replace('mala@', 'ana@correo.example, mala@')}\r\nhola`,
    { parsed: { senders: 2 } },
  ],
  [
    'a second From behind a blank',
    () => `${head}\u00a0From: jefa@casa.example\r\n\r\nhola`,
    { parsed: { senders: 1 } },
  ],
  ['no header at all', () => '\r\n\r\nhola', { parsed: { from: null, senders: 0 } }],
  ['bytes of nothing', () => Buffer.from(Array.from({ length: 100_000 }, (_, n) => (n * 7_919) % 256)), { parsed: {} }],
]

test.each(table)('%s: read within its limits or put aside, and the reader lives on', async (_, raw, expected) => {
  const began = performance.now()
  expect(await tryToRead(Buffer.from(raw()))).toMatchObject(expected)
  expect(performance.now() - began).toBeLessThan(11_000)
  expect(await tryToRead(Buffer.from(`${head}\r\nhola\r\n`))).toMatchObject({ parsed: { text: 'hola' } })
})

test('whatever a header hides, what comes out of it is one line, and a file’s name is only a name', async () => {
  const words = '=?utf-8?B?'.concat(Buffer.from('a\r\nBcc: x@y.z\u0000\u0007b\u202egpj.exe').toString('base64'), '?=')
  const names = [
    '../../../etc/cron.d/x',
    'C:\\\\Windows\\\\system32\\\\a.dll',
    '/etc/passwd',
    '..',
    '\u202egpj.exe',
    `${'n'.repeat(400)}.pdf`,
    'CON:\u0001x',
    words,
  ]
  const raw = `From: ${words} <mala@correo.example>\r\nTo: ${words} <hola@casa.example>\r\nSubject: ${words}\r\nMessage-ID: <h@correo.example>\r\nReferences: ${words}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n${names.map((name) => `--b\r\n${file(name)}`).join('')}--b--\r\n`
  const reading = await tryToRead(Buffer.from(raw))
  if (!('parsed' in reading)) throw new Error('unread')
  const { subject, from, to, references, files } = reading.parsed
  for (const text of [subject, from?.name ?? '', to[0]?.name ?? '', ...references, ...files.map(({ name }) => name)]) {
    expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2028\u2029]/u)
  }
  expect(subject).toBe('a Bcc: x@y.z bgpj.exe')
  expect(files.slice(0, 5).map(({ name }) => name)).toEqual(['x', 'a.dll', 'passwd', '4.plain', 'gpj.exe'])
  for (const { name } of files) expect(name).toMatch(/^[^/\\]{1,200}$/)
  expect(files[5]?.name).toMatch(/^n{196}\.pdf$/)
})

test('a reader that takes too long or too much is killed with its code, and the next mail finds another', async () => {
  const large = parts(1, file('grande.bin', 'QUFB'.repeat(19).concat('\r\n').repeat(270_000)))
  const usual = { ...readerLimits }
  Object.assign(readerLimits, { milliseconds: 5 })
  expect(await tryToRead(Buffer.from(large))).toEqual({ unreadable: 'too_slow' })
  Object.assign(readerLimits, usual, { heapMb: 20 })
  closeReader()
  expect(await tryToRead(Buffer.from(`${head}\r\n${'<a> b\r\n'.repeat(4_000_000)}`))).toEqual({
    unreadable: 'too_much_memory',
  })
  Object.assign(readerLimits, usual)
  closeReader()
  expect(await tryToRead(Buffer.from(`${head}\r\nhola\r\n`))).toMatchObject({ parsed: { text: 'hola' } })
})
