import { expect, test } from 'vitest'
import { withMentions } from '@/app/(desk)/tickets/_parts/composer-mentions'
import { younger } from '@/app/(desk)/tickets/_parts/draft-keeping'
import { letterLine } from '@/app/(desk)/tickets/_parts/message-state'
import { chatLink } from '@/app/(desk)/tickets/_parts/ticket-dialog-facts'
import { formatter, translator } from '@/lib/i18n'
import type { LetterState } from '@/lib/tickets'

const now = new Date('2026-11-20T18:00:00Z')
const t = translator('es')
const f = formatter({ locale: 'es', country: 'MX', timeZone: 'America/Mexico_City' })
const letter: LetterState = {
  ...{ id: 'let_1', kind: 'reply', state: 'queued', error: null, resent: false, via: null, attempts: 0 },
  ...{ createdAt: now, sentAt: null, messageRowId: 'msg_1', notBefore: new Date(now.getTime() + 10_000) },
  ...{ bouncedAt: null, bounceStatus: null, diagnostic: null },
}

test('a letter that waits can be called back until it leaves, by whoever works here', () => {
  expect(letterLine('msg_1', letter, null, true, t, f, now)).toMatchObject({
    word: 'Por salir',
    may: { recall: true, retry: false },
  })
  expect(letterLine('msg_1', letter, null, false, t, f, now).may.recall).toBe(false)
  expect(letterLine('msg_1', { ...letter, state: 'sent' }, null, true, t, f, now)).toMatchObject({
    leaves: null,
    may: { recall: false },
  })
})

test('a letter that came back shows what the other server said', () => {
  const bounced = { ...letter, state: 'bounced' as const, bounceStatus: '5.1.1', diagnostic: 'no such mailbox' }
  expect(letterLine('msg_1', bounced, null, true, t, f, now)).toMatchObject({
    tone: 'late',
    server: '5.1.1 no such mailbox',
  })
})

test('a letter that failed can be sent again, and one sent twice says so', () => {
  expect(letterLine('msg_1', { ...letter, state: 'failed' }, null, true, t, f, now).may.retry).toBe(true)
  // What it said can be put right; what left stands as it was written.
  expect(letterLine('msg_1', { ...letter, state: 'failed' }, 'Va hoy', true, t, f, now).words).toBe('Va hoy')
  expect(letterLine('msg_1', { ...letter, state: 'failed' }, 'Va hoy', false, t, f, now).words).toBeNull()
  expect(letterLine('msg_1', { ...letter, state: 'sent' }, 'Va hoy', true, t, f, now).words).toBeNull()
  expect(letterLine('msg_1', { ...letter, state: 'sent', resent: true }, null, true, t, f, now).twice).toContain(
    'dos veces',
  )
})

test('the younger of two drafts is kept, whoever kept it', () => {
  const server = { text: 'a', at: '2026-11-20T10:00:00.000Z', seen: null }
  const local = { text: 'b', at: '2026-11-20T10:00:01.000Z', seen: null }
  expect(younger(server, local)?.text).toBe('b')
  expect(younger({ ...server, at: local.at }, server)?.text).toBe('a')
  expect(younger(server, null)?.text).toBe('a')
  expect(younger(null, null)).toBeNull()
})

test('who is called by name in a note is meant, the longer name first', () => {
  const people = [
    { id: 'usr_1', name: 'Ana' },
    { id: 'usr_2', name: 'Ana Ruiz' },
  ]
  expect(withMentions('@Ana Ruiz y @Ana, vean (ana@correo.mx)', people)).toBe(
    '@[Ana Ruiz](usr_2) y @[Ana](usr_1), vean (ana@correo.mx)',
  )
  expect(withMentions('@Anabel no es de aquí', people)).toBe('@Anabel no es de aquí')
})

test('a chat is opened with digits alone and the words ready', () => {
  expect(chatLink('+52 (55) 1234-5678', 'Hola, Ana & Cía')).toBe(
    'https://wa.me/525512345678?text=Hola%2C%20Ana%20%26%20C%C3%ADa',
  )
})
