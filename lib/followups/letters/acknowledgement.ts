import { translator } from '@/lib/i18n'
import type { Block, Message } from '@/lib/mail'
import type { Case } from '../reading'
import { caseUrl, letterOf, signature, threadSubject } from './sheet'

/** "We read it; this team answers by then", with the customer's own words when they are surely the customer's. */
export function acknowledgementLetter(its: Case, dueAt: Date | null): Message {
  const { ticket, response, locale, format, team, assignee } = its
  const t = translator(locale)
  const number = String(ticket.number)
  const who = assignee
    ? t('letters.acknowledgement.person', { name: assignee, team })
    : t('letters.acknowledgement.team', { team })
  const words = response?.comment && isTheirs(response) ? response.comment : null
  const promise = dueAt
    ? t('letters.acknowledgement.by', { number, who, day: format.longDay(dueAt), time: format.time(dueAt) })
    : t('letters.acknowledgement.soon', { number, who })
  return letterOf(its, {
    subject: threadSubject(its),
    preheader: sentence(t('letters.acknowledgement.preheader', { who, number })),
    blocks: [
      ...opening(its, words),
      { kind: 'text', text: promise },
      { kind: 'text', text: t('letters.acknowledgement.more') },
      { kind: 'button', label: t('letters.seeCase'), url: caseUrl(its) },
      signature(its, assignee ?? its.organization.name),
    ],
    stage: 'contact',
  })
}

function opening({ ticket, locale }: Case, words: string | null): Block[] {
  const t = translator(locale)
  if (words)
    return [
      { kind: 'text', text: t('letters.acknowledgement.words') },
      { kind: 'quote', text: words },
    ]
  const text =
    ticket.score === null
      ? t('letters.acknowledgement.plain')
      : t('letters.acknowledgement.score', { score: String(ticket.score) })
  return [{ kind: 'text', text }]
}

/**
 * Whoever fills an open page may name any address: what they write is not sent there on our paper. Answers that came by a
 * personal link, a program's key or an import are the customer's.
 */
function isTheirs(response: NonNullable<Case['response']>): boolean {
  return (
    response.invitationId !== null || response.channel !== 'web' || (response.idempotency?.startsWith('key_') ?? false)
  )
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
