import { atomically } from '@/db'
import { isLocale, translator } from '@/lib/i18n'
import { nudge } from '@/lib/jobs'
import { newId } from '@/lib/kit/ids'
import type { Desks, Letter, Message } from './message'
import { queueLetter } from './outbox'
import { paper } from './paper'

/** Who asked for a test, and the name on the letterhead. */
type Asked = { to: string; name: string; house: string; locale: string }

/** Sends a person one letter through everything that a customer's letter goes through; resolves to its id. The caller has checked the person. */
export async function queueTest({ to, name, house, locale }: Asked, now: Date): Promise<string> {
  const id = newId('letter')
  await atomically(() =>
    // A person asked for it: it also goes to an address that gets nothing automatic, even to our own mailbox.
    queueLetter({ id, kind: 'staff', to, toName: name, fromName: house, language: locale, automatic: false }, now),
  )
  nudge()
  return id
}

/** Whoever writes the test; other letters to staff have desks of their own. */
export const desks: Desks = { staff: { words: async (letter) => write(letter), still: async () => null } }

function write(letter: Letter): Message {
  const t = translator(isLocale(letter.language) ? letter.language : 'es')
  const house = letter.fromName ?? ''
  const sheet = {
    language: letter.language,
    brand: house,
    subject: t('mail.test.subject', { house }),
    preheader: t('mail.test.preheader'),
    blocks: [{ kind: 'text' as const, text: t('mail.test.text', { name: letter.toName ?? letter.toAddress }) }],
    loop: null,
    about: null,
    footer: { text: t('mail.test.footer'), link: null },
  }
  return { subject: sheet.subject, ...paper(sheet), from: house, unsubscribe: null }
}
