import { translator } from '@/lib/i18n'
import type { Block, Message } from '@/lib/mail'
import { personalLink, scoreLinks } from '@/lib/surveys'
import type { Case } from '../reading'
import { letterOf, signature } from './sheet'

/** The survey that is asked with: its slug and the texts in the letter's language. */
export type Asked = {
  slug: string
  invitationId: string
  texts: { question: string; low: string; high: string; subject: string; greeting: string }
}

/** The question of the first time again, as eleven links; the page behind them asks whether it was solved. */
export function recoveryLetter(its: Case, asked: Asked): Message {
  const t = translator(its.locale)
  return letterOf(its, {
    subject: asked.texts.subject,
    preheader: t('letters.recovery.preheader'),
    blocks: [
      { kind: 'text', text: asked.texts.greeting },
      ...question(its, asked),
      { kind: 'text', text: t('letters.recovery.then') },
      signature(its, its.assignee ?? its.organization.name),
    ],
    stage: 'again',
    person: its.assignee,
  })
}

/** The one reminder, three days later. */
export function reminderLetter(its: Case, asked: Asked, when: { sentAt: Date; silentAt: Date }): Message {
  const { ticket, locale, format } = its
  const t = translator(locale)
  return letterOf(its, {
    subject: t('letters.reminder.subject', { number: String(ticket.number) }),
    preheader: t('letters.reminder.preheader'),
    blocks: [
      { kind: 'text', text: t('letters.reminder.asked', { day: format.longDay(when.sentAt) }) },
      ...question(its, asked),
      { kind: 'text', text: t('letters.reminder.silence', { day: format.longDay(when.silentAt) }) },
      signature(its, its.assignee ?? its.organization.name),
    ],
    stage: 'again',
    person: its.assignee,
  })
}

/** To whom is a promoter now. Nothing is sold in it. */
export function thanksLetter(its: Case, score: number): Message {
  const { ticket, locale, assignee } = its
  const t = translator(locale)
  const number = String(ticket.number)
  const closing = assignee
    ? t('letters.thanks.person', { name: assignee, number })
    : t('letters.thanks.plain', { number })
  return letterOf(its, {
    subject: t('letters.thanks.subject'),
    preheader: t('letters.thanks.preheader', { score: String(score) }),
    blocks: [
      { kind: 'text', text: t('letters.thanks.body', { score: String(score) }) },
      { kind: 'text', text: closing },
      signature(its, its.organization.name),
    ],
    stage: 'verdict',
  })
}

function question({ locale }: Case, { slug, invitationId, texts }: Asked): Block[] {
  const plain = { label: translator(locale)('letters.recovery.plain'), url: personalLink(slug, invitationId) }
  const links = scoreLinks(slug, invitationId, locale)
  return [
    { kind: 'heading', text: texts.question },
    { kind: 'scale', links, low: texts.low, high: texts.high, plain },
  ]
}
