import { expect, test } from 'vitest'
import { readRecipients } from '@/lib/surveys'

test('a pasted list is read in any order and with any separator', () => {
  const { recipients, unread, repeated } = readRecipients(
    [
      '\uFEFFcorreo;nombre;idioma',
      'ana@correo.mx; Ana Ruiz; es',
      'Kim Lee,en,kim@example.com',
      'pedro@example.com\tes-MX\tPedro Páramo',
      'Juana Inés <juana@correo.mx>',
      '"Ruiz, Pedro" <ruiz@correo.mx>, en',
      '"Peña ""Pep"", José",jose@correo.mx',
      'solo@correo.mx',
      '',
    ].join('\r\n'),
  )
  expect(recipients).toEqual([
    { email: 'ana@correo.mx', name: 'Ana Ruiz', language: 'es' },
    { email: 'kim@example.com', name: 'Kim Lee', language: 'en' },
    { email: 'pedro@example.com', name: 'Pedro Páramo', language: 'es' },
    { email: 'juana@correo.mx', name: 'Juana Inés', language: null },
    { email: 'ruiz@correo.mx', name: 'Ruiz, Pedro', language: 'en' },
    { email: 'jose@correo.mx', name: 'Peña "Pep", José', language: null },
    { email: 'solo@correo.mx', name: null, language: null },
  ])
  expect({ unread, repeated }).toEqual({ unread: [], repeated: 0 })
})

test('one address is one person however it is written, and what cannot be read is told by its line', () => {
  const { recipients, unread, repeated } = readRecipients('a@b.mx\nA@B.MX , Ana\nbasura\nx@@y\na@b.mx')
  expect(recipients.map(({ email }) => email)).toEqual(['a@b.mx'])
  expect(repeated).toBe(2)
  expect(unread.map(({ line }) => line)).toEqual([3, 4])
})

test('a long line of signs is read in no time', () => {
  const began = performance.now()
  readRecipients(`${'"'.repeat(20_000)}\n${',"'.repeat(20_000)}\n${'<'.repeat(20_000)}@`)
  expect(performance.now() - began).toBeLessThan(500)
})
