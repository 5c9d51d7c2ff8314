import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { paper, senderOf } from '@/lib/mail'
import { compose } from '@/lib/mail/compose'
import { threadOf } from '@/lib/mail/thread'
import { letter, message } from './paper'

const now = new Date('2026-11-20T15:00:00Z')
const plain = senderOf('Casa Lúa <hola@casa-lua.mx>', 'https://lazo.mx')
const headers = (raw: string) => raw.split('\r\n\r\n')[0] ?? ''

test('an automatic letter says so, can be stopped with one click and names our own loop', async () => {
  const { raw } = await compose(letter(), message(), plain, [], now)
  const { headers: list, subject, from, to, text, html } = await PostalMime.parse(raw)
  const value = (name: string) => list.find(({ key }) => key === name)?.value
  expect(value('auto-submitted')).toBe('auto-generated')
  expect(value('x-auto-response-suppress')).toBe('All')
  expect(value('list-unsubscribe')).toBe('<https://lazo.mx/u/abc>')
  expect(value('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(value('list-id')).toBe('<summary.casa-lua.mx>')
  expect(value('x-lazo-loop')).toMatch(/^[0-9a-z]{16}$/)
  expect([subject, from?.name, to?.[0]?.name]).toEqual(['Sobre lo que nos contó', 'Casa Lúa', 'Ana Lucía Ñáñez'])
  expect([text?.trim(), html?.trim()]).toEqual(['Hola', '<p>Hola</p>'])
})

test('a letter from person to person carries none of that', async () => {
  const { raw } = await compose(
    letter({ kind: 'reply', automatic: false }),
    message({ unsubscribe: null }),
    plain,
    [],
    now,
  )
  expect(headers(raw)).not.toMatch(/Auto-Submitted|X-Auto-Response|List-/i)
})

test('no name, subject or sender can put a line into the headers', async () => {
  const evil = 'x\r\nBcc: everybody@example.com\u2028\n\nBody'
  const { raw } = await compose(letter({ toName: evil }), message({ subject: evil, from: evil }), plain, [], now)
  expect(headers(raw)).not.toMatch(/^Bcc:/im)
  const parsed = await PostalMime.parse(raw)
  expect(parsed.bcc ?? []).toEqual([])
  expect(parsed.text?.trim()).toBe('Hola')
  for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
})

test('a mailbox that takes tags gets bounces and answers that name their letter; another gets plain addresses', async () => {
  const tagged = senderOf('Casa Lúa <hola+*@casa-lua.mx>', 'https://lazo.mx')
  const { raw } = await compose(letter(), message(), tagged, [], now)
  expect((await PostalMime.parse(raw)).replyTo?.[0]?.address).toMatch(
    /^hola\+r06h00z6jw1rnb69vsparz1aavc[0-9a-z]{16}@casa-lua\.mx$/,
  )
  expect(headers(raw)).toMatch(/From: .*<hola@casa-lua\.mx>/)
  expect(headers((await compose(letter(), message(), plain, [], now)).raw)).not.toMatch(/^Reply-To/m)
  expect(senderOf(null, 'https://lazo.mx:8443')).toMatchObject({ address: 'no-reply@lazo.mx', tagged: null })
})

test('a thread keeps its first letter and as many of the latest as fit', () => {
  expect(threadOf([])).toEqual({ inReplyTo: null, references: [] })
  expect(threadOf(['<a@x>'])).toEqual({ inReplyTo: '<a@x>', references: ['<a@x>'] })
  const ids = Array.from({ length: 200 }, (_, n) => `<${String(n).padStart(60, '0')}@x>`)
  const { inReplyTo, references } = threadOf(ids)
  expect([inReplyTo, references[0], references.at(-1)]).toEqual([ids[199], ids[0], ids[199]])
  expect(references.join(' ').length).toBeLessThanOrEqual(1_500)
})

test('what a stranger wrote stands in a letter as text, and both parts say the same', () => {
  const words = '<script>alert(1)</script> "hola" & \'adiós\'\n<img src=x onerror=alert(1)>'
  const { text, html } = paper({
    language: 'es-MX',
    brand: 'Casa <b>Lúa</b>',
    subject: 's',
    preheader: 'p',
    blocks: [
      { kind: 'quote', text: words },
      { kind: 'button', label: 'Ver', url: 'https://lazo.mx/t/"><script>' },
      { kind: 'signature', name: 'Mariana', line: 'Entregas' },
    ],
    loop: [
      { label: 'Respuesta', state: 'done', score: { value: 2, category: 'detractor' } },
      { label: 'Contacto', state: 'now' },
      { label: 'Solución', state: 'next' },
    ],
    about: { text: 'Caso 1', link: { label: 'Ver', url: 'https://lazo.mx/t/1' } },
    footer: { text: 'Porque sí.', link: { label: 'No más', url: 'https://lazo.mx/u/1' } },
  })
  expect(html).not.toMatch(/<script|<img|<b>Lúa/)
  expect(html.match(/<a /g)?.length).toBe(3)
  expect(text).toContain('> <img src=x onerror=alert(1)>')
  for (const said of ['Mariana', 'Entregas', 'Caso 1', 'Porque sí.', 'https://lazo.mx/u/1', 'Respuesta', 'Contacto'])
    expect([text.includes(said), html.includes(said)]).toEqual([true, true])
})
