import type { CustomerPage } from '@/lib/customers'
import type { Formatter, Translate } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import type { TicketRow } from '@/lib/tickets/shared'
import { scored } from './loop-steps'
import type { ResponseView } from './response-card'

/** The answer that opened the ticket. */
export type Answer = {
  id: string
  score: number
  category: 'detractor' | 'passive' | 'promoter'
  comment: string | null
  commentType: 'complaint' | 'suggestion' | 'praise' | 'question' | null
  channel: TicketRow['channel']
  language: string
  contactAllowed: boolean
  submittedAt: Date
  survey: { name: string; names: Record<string, string> } | null
  reasons: { name: string; names: Record<string, string> }[]
}

type ResponseFacts = {
  ticket: TicketRow
  answer: Answer | null
  customer: CustomerPage | null
  touchpoint: string | undefined
}

const most = 6

/** What the customer said, written out for the card. */
export function responseView(facts: ResponseFacts, t: Translate, f: Formatter): ResponseView {
  const { ticket, answer, customer } = facts
  const at = answer?.submittedAt ?? ticket.receivedAt
  const { locale } = f.place
  const words = answer?.comment ?? (answer ? null : ticket.title)
  const survey =
    answer?.survey && answer.channel
      ? t('ticket.survey', {
          survey: named(answer.survey, locale),
          channel: t(`queue.channel.${answer.channel}`).toLowerCase(),
        })
      : null
  return {
    score: answer ? scored(answer.score, answer.category, t) : null,
    where: [facts.touchpoint, survey].filter(Boolean).join(' · '),
    time: { iso: at.toISOString(), text: f.dateTime(at) },
    words: words ? { text: words, lang: answer?.language ?? ticket.language } : null,
    wordless: answer ? t(customer?.customer.erasedAt ? 'ticket.wordsErased' : 'ticket.noWords') : t('ticket.byHand'),
    answers: [
      ...(answer && answer.reasons.length > 0
        ? [
            {
              label: t(answer.reasons.length > 1 ? 'ticket.reasons' : 'ticket.reason'),
              value: answer.reasons.map((reason) => named(reason, locale)).join(', '),
            },
          ]
        : []),
      ...(answer?.commentType ? [{ label: t('ticket.kindLabel'), value: t(`ticket.kind.${answer.commentType}`) }] : []),
      ...(answer
        ? [
            {
              label: t('ticket.mayContact'),
              value: t(answer.contactAllowed ? 'ticket.mayContactYes' : 'ticket.mayContactNo'),
            },
          ]
        : []),
    ],
    earlier: { label: t('ticket.before'), scores: earlier(facts, at, t, f) },
  }
}

// What this person answered before, oldest first, so that the row of shapes reads like a line.
const earlier = ({ answer, customer }: ResponseFacts, at: Date, t: Translate, f: Formatter) =>
  (customer?.answers ?? [])
    .filter((one) => one.id !== answer?.id && one.at < at && !one.voidAt)
    .slice(0, most)
    .reverse()
    .map((one) => ({
      id: one.id,
      ...scored(one.score, one.category, t),
      iso: one.at.toISOString(),
      text: f.month(one.at),
    }))
