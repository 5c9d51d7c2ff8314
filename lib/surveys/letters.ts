import { type Formatter, type Locale, translator } from '@/lib/i18n'
import { type Message, paper } from '@/lib/mail'
import { personalLink, scoreLinks, unsubscribeLink } from './links'
import type { SurveyTexts } from './texts'

/** What the letters of a survey are written from. */
export type LetterFacts = {
  locale: Locale
  organization: string
  survey: { slug: string }
  texts: SurveyTexts
  touchpoint: string | null
  invitation: { id: string; expiresAt: Date }
  customer: { id: string; name: string | null }
  format: Formatter
}

/** The letter that asks: eleven numbers, a plain link under them, and how to stop it. */
export const invitationLetter = (facts: LetterFacts): Message =>
  letter(facts, facts.texts.subject, facts.texts.greeting)

/** The one reminder: shorter, and no answer to the first is pretended. */
export function reminderLetter(facts: LetterFacts): Message {
  const t = translator(facts.locale)
  const subject = t('survey.letter.reminderSubject', { subject: facts.texts.subject })
  return letter(facts, subject, t('survey.letter.reminder'))
}

function letter(facts: LetterFacts, subject: string, greeting: string): Message {
  const { locale, organization, survey, texts, invitation, customer } = facts
  const t = translator(locale)
  const link = personalLink(survey.slug, invitation.id)
  const unsubscribe = unsubscribeLink(customer.id)
  const hello = customer.name ? t('survey.letter.hello', { name: customer.name }) : t('survey.letter.helloNobody')
  const about = facts.touchpoint ? ` ${t('survey.letter.about', { touchpoint: facts.touchpoint })}` : ''
  const sheet = paper({
    language: locale,
    brand: organization,
    subject,
    preheader: greeting,
    blocks: [
      { kind: 'text', text: `${hello}\n\n${greeting}${about}` },
      { kind: 'heading', text: texts.question },
      {
        kind: 'scale',
        links: scoreLinks(survey.slug, invitation.id, locale),
        low: texts.low,
        high: texts.high,
        plain: { label: t('survey.letter.plain'), url: link },
      },
      {
        kind: 'text',
        text: `${t('survey.letter.choose')} ${t('survey.letter.until', { day: facts.format.longDay(invitation.expiresAt) })}`,
      },
    ],
    loop: null,
    about: null,
    footer: {
      text: t('survey.letter.why', { organization }),
      link: { label: t('survey.letter.stop'), url: unsubscribe },
    },
  })
  return { subject, ...sheet, from: organization, unsubscribe }
}
