import type { Desks, Message } from '@/lib/mail'
import { paper } from '@/lib/mail'

/** A desk that writes the same plain letter whatever the kind, and notes what happened to it. */
export function plainDesk() {
  const seen = { words: 0, sent: [] as string[], failed: [] as string[] }
  let still: string | null = null
  const message = (to: string): Message => {
    const sheet = {
      language: 'es',
      brand: 'Casa Lúa',
      subject: 'Sobre lo que nos contó (caso 1042)',
      preheader: 'Le escribimos por su caso.',
      blocks: [{ kind: 'text' as const, text: `Buenas tardes, ${to}:` }],
      loop: null,
      about: null,
      footer: { text: 'Le escribimos porque contestó nuestra encuesta.', link: null },
    }
    return {
      subject: sheet.subject,
      ...paper(sheet),
      from: 'Mariana Ortega, Casa Lúa',
      unsubscribe: 'http://lazo.test/u/x',
    }
  }
  const desk = {
    words: async (letter: { toAddress: string }) => {
      seen.words++
      return message(letter.toAddress)
    },
    still: async () => still as never,
    sent: async (letter: { id: string }) => {
      seen.sent.push(letter.id)
      return () => []
    },
    failed: async (letter: { id: string }) => {
      seen.failed.push(letter.id)
      return () => []
    },
  }
  const desks: Desks = { acknowledgement: desk, reply: desk, summary: desk, recovery: desk, invitation: desk }
  return { desks, seen, makeUntrue: (reason: string | null) => (still = reason) }
}
