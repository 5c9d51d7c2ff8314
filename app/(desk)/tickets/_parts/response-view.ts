import { scored } from './loop-steps'
import type { ResponseView } from './response-card'
import type { TicketFacts } from './ticket-facts'

const most = 6

/** What the customer said, written out for the card. */
export function responseView(facts: TicketFacts): ResponseView {
  const { ticket, customer, touchpoint, say, t, f } = facts
  const answer = facts.answers[0] ?? null
  const at = answer?.submittedAt ?? ticket.receivedAt
  const words = answer ? answer.comment : ticket.title
  const survey =
    answer &&
    t('ticket.survey', {
      survey: say(answer.survey) ?? '',
      channel: t(`queue.channel.${answer.channel}`).toLowerCase(),
    })
  return {
    score: answer && scored(answer.score, answer.category, t),
    where: [say(touchpoint), survey].filter(Boolean).join(' · '),
    time: { iso: at.toISOString(), text: f.dateTime(at) },
    words: words ? { text: words, lang: answer?.language ?? ticket.language } : null,
    wordless: answer ? t(customer?.erasedAt ? 'ticket.wordsErased' : 'ticket.noWords') : t('ticket.byHand'),
    answers: answer ? said(answer, facts) : [],
    earlier: { label: t('ticket.before'), scores: earlier(facts, at) },
  }
}

function said(answer: TicketFacts['answers'][number], { say, t }: TicketFacts) {
  const reasons = answer.reasons.map(say).join(', ')
  return [
    ...(reasons ? [{ label: t(answer.reasons.length > 1 ? 'ticket.reasons' : 'ticket.reason'), value: reasons }] : []),
    ...(answer.commentType ? [{ label: t('ticket.kindLabel'), value: t(`ticket.kind.${answer.commentType}`) }] : []),
    {
      label: t('ticket.mayContact'),
      value: t(answer.contactAllowed ? 'ticket.mayContactYes' : 'ticket.mayContactNo'),
    },
  ]
}

// What this person answered before, oldest first, so that the row of shapes reads like a line.
const earlier = ({ scores, t, f }: TicketFacts, at: Date) =>
  scores
    .filter((one) => one.submittedAt < at)
    .slice(-most)
    .map((one) => ({
      id: one.id,
      ...scored(one.score, one.category, t),
      iso: one.submittedAt.toISOString(),
      text: f.month(one.submittedAt),
    }))
