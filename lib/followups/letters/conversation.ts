import { translator } from '@/lib/i18n'
import { excerpt } from '@/lib/kit/text'
import type { Message } from '@/lib/mail'
import type { Case } from '../reading'
import { caseUrl, letterOf, signature, threadSubject } from './sheet'

/** What a person wrote to the customer, in their own words and over their own name. */
export function replyLetter(its: Case, text: string, author: string): Message {
  const t = translator(its.locale)
  return letterOf(its, {
    subject: threadSubject(its),
    preheader: excerpt(text, 110),
    blocks: [
      { kind: 'text', text },
      { kind: 'button', label: t('letters.reply.answer'), url: caseUrl(its) },
      signature(its, author),
    ],
    stage: its.ticket.firstContactAt ? 'contacted' : 'contact',
    person: author,
    personal: true,
  })
}

/** What was done, in the words of the person who did it, and the way back for who sees it otherwise. */
export function summaryLetter(its: Case, text: string, author: string): Message {
  const { ticket, locale, format } = its
  const t = translator(locale)
  const ask = ticket.askAt ? `\n\n${t('letters.summary.ask', { day: format.longDay(ticket.askAt) })}` : ''
  return letterOf(its, {
    subject: threadSubject(its),
    preheader: t('letters.summary.preheader'),
    blocks: [
      { kind: 'text', text: t('letters.summary.told') },
      { kind: 'text', text },
      { kind: 'text', text: `${t('letters.summary.closing')}${ask}` },
      { kind: 'button', label: t('letters.summary.notYet'), url: caseUrl(its) },
      signature(its, author),
    ],
    stage: 'again',
    person: author,
  })
}
