import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readMail } from '@/lib/inbox'
import { classify } from '@/lib/inbox/classify'
import { closeReader } from '@/lib/inbox/handlers'
import { knownOf } from '@/lib/inbox/known'
import { fixture, letterId } from './fixture'

afterAll(closeReader)

const now = new Date('2026-11-20T16:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const hard = { severity: 'hard', status: '5.1.1', recipient: 'ana.ruiz@correo.example' }

/** What each mail is taken for. `quote`: how the quoted text begins; `files`: names, or names and types. */
const table: Record<string, Record<string, unknown>> = {
  'bounce-postfix': { kind: 'bounce', bounces: [hard], letterId, trail: 'dsn', files: [] },
  'bounce-exchange': {
    kind: 'bounce',
    bounces: [{ severity: 'hard', status: '5.1.10', recipient: 'bruno@empresa.example' }],
    letterId,
  },
  'bounce-gmail': {
    kind: 'bounce',
    bounces: [{ severity: 'hard', status: '5.1.1', recipient: 'nadie@gmail.example' }],
    letterId,
  },
  'bounce-ses': {
    kind: 'bounce',
    bounces: [{ severity: 'soft', status: '5.2.2', recipient: 'ana.ruiz@correo.example' }],
    letterId,
  },
  'bounce-policy': {
    kind: 'bounce',
    bounces: [{ severity: 'policy', status: '5.7.1', recipient: 'bruno@empresa.example' }],
    letterId,
  },
  'bounce-several': {
    kind: 'bounce',
    bounces: [
      { severity: 'hard', status: '5.1.2', recipient: 'uno@correo.example' },
      { severity: 'delayed', status: '4.4.1', recipient: 'tres@correo.example' },
    ],
    letterId,
  },
  'bounce-delayed': {
    kind: 'bounce',
    bounces: [{ severity: 'delayed', status: '4.4.1', recipient: 'ana.ruiz@correo.example' }],
    letterId,
  },
  'bounce-qmail': { kind: 'bounce', bounces: [hard], letterId, trail: 'verp' },
  'bounce-exim': {
    kind: 'bounce',
    bounces: [{ severity: 'soft', status: '5.2.2', recipient: 'clara@tienda.example' }],
    letterId,
    trail: 'prose',
  },
  'bounce-verp-unknown': { kind: 'bounce', bounces: [{ severity: 'soft', status: null }], letterId, trail: 'verp' },
  'report-delivered': { kind: 'automatic', bounces: [], trail: 'delivered' },
  'complaint-arf': { kind: 'complaint', letterId, trail: 'feedback_report' },
  'absence-exchange-es': { kind: 'automatic', returnsAt: day('2026-12-01'), answers: [letterId], from: 'Bruno Peña' },
  'absence-gmail-en': { kind: 'automatic', returnsAt: day('2026-12-07'), trail: 'auto_submitted' },
  'absence-outlook-pt': {
    kind: 'automatic',
    returnsAt: day('2027-01-04'),
    text: 'Olá,\n\nEstou de férias. Voltarei ao escritório em 4 de janeiro.',
  },
  'submitted-no': { kind: 'person', text: 'Sigo esperando.', quote: null, answers: [letterId] },
  list: { kind: 'automatic', trail: 'list', tags: [] },
  'subject-only': { kind: 'person', trail: 'person' },
  'reply-changed-subject': {
    kind: 'person',
    subject: 'YA NO QUIERO NADA',
    quote: 'El vie, 20 nov 2026 a las 9:12, Mariana Ortega, Casa Lúa',
    tags: [{ purpose: 'reply', letterId }],
    answers: [letterId],
  },
  'reply-to-outlook': {
    kind: 'person',
    quote: '________________________________\nDe: Mariana',
    tags: [{ purpose: 'reply', letterId }],
    answers: [letterId],
  },
  'reply-html-gmail': {
    kind: 'person',
    begins: 'Les escribo desde mi otro correo. Vean el pedido <https://tienda.example/pedido/77>.\n\n- mesa\n- silla',
    quote: 'El vie, 20 nov 2026',
  },
  'reply-third-person': { kind: 'person', quote: null, from: 'Luis Ruiz', answers: [letterId] },
  forwarded: { kind: 'person', quote: null, tags: [{ purpose: 'reply', letterId }] },
  'empty-with-file': { kind: 'person', text: '', quote: null, files: [['recibo.pdf', 'application/pdf']] },
  'no-message-id': { kind: 'person', synthetic: true, messageId: /^<[0-9a-f]{40}@without-id\.invalid>$/ },
  'malformed-message-id': { kind: 'person', synthetic: false, messageId: 'sin corchetes @@ 77' },
  gb2312: { kind: 'person', subject: '订单问题', text: '我的订单还没有到。', from: '李雷' },
  'iso-2022-jp': { kind: 'person', subject: '注文について', text: 'まだ届いていません。', from: '佐藤' },
  'windows-1252': { kind: 'person', subject: '“Urgente” € 20', text: 'Me cobraron € 20 de más… “otra vez”, señorita.' },
  winmail: { kind: 'person', files: [['winmail.dat', 'application/ms-tnef']] },
  'references-200': { kind: 'person', references: 200, answers: [letterId] },
  xss: {
    kind: 'person',
    subject: 'Hola Bcc: todos@casa.example <img src=x onerror=alert(1)>',
    text: 'Hola <b> clic\n\nfoto',
    from: '<script>alert(1)</script>',
  },
  'own-loop': { kind: 'own', trail: 'own_loop' },
  'other-instance': { kind: 'automatic', trail: 'auto_submitted', answers: [letterId] },
  'inline-image': {
    kind: 'person',
    text: 'Así llegó:\n\nla mesa rota',
    files: [
      ['foto.jpg', 'image/png'],
      ['logogpj.exe', 'image/png'],
    ],
    inline: [true, false],
  },
  'two-senders': { senders: 2 },
  authenticated: { kind: 'person', pass: true },
  'authenticated-forged': { kind: 'person', pass: false },
  unsubscribe: { kind: 'person', tags: [{ purpose: 'unsubscribe', letterId }], text: '' },
}

test.each(Object.entries(table))('%s is taken for what it is', async (name, expected) => {
  const mail = await readMail(fixture(name))
  const sorted = classify(mail, {
    ...knownOf({ envelopeFrom: null, envelopeTo: [] }, now),
    authserv: 'mx.casa.example',
  })
  const { trail, files, quote, begins, from, references, inline, pass, messageId, ...plain } = expected
  expect({ ...mail, ...sorted }).toMatchObject(plain)
  if (trail) expect(sorted.trail).toContain(trail)
  if (files) expect(mail.files.map(({ name, mediaType }) => [name, mediaType])).toEqual(files)
  if (inline) expect(mail.files.map((file) => file.inline)).toEqual(inline)
  if (quote !== undefined)
    expect(mail.quoteAt === null ? null : mail.text.slice(mail.quoteAt)).toEqual(
      quote === null ? null : expect.stringMatching(`^${quote}`),
    )
  if (begins) expect(mail.text.slice(0, mail.quoteAt ?? undefined).trim()).toBe(begins)
  if (from) expect(mail.from?.name).toBe(from)
  if (references) expect(mail.references.length).toBe(references)
  if (messageId)
    expect(mail.messageId).toEqual(messageId instanceof RegExp ? expect.stringMatching(messageId) : messageId)
  if (pass !== undefined) expect(sorted.authentication.pass).toBe(pass)
})

test('every fixture has its line', () => {
  const names = readdirSync(join(import.meta.dirname, 'fixtures')).map((file) => file.replace('.eml', ''))
  expect(names.sort()).toEqual(Object.keys(table).sort())
})
