import { ScoreBadge } from '@/app/_ui/score-badge'
import { scored } from './loop-steps'
import type { TicketFacts } from './ticket-facts'

/** Further answers of the same person at the same place: they joined this ticket, their words stand here too. */
export function JoinedAnswers({ answers, t, f, now }: TicketFacts) {
  const joined = answers.slice(1).filter((one) => one.kind === 'answer')
  if (joined.length === 0) return null
  return (
    <section className="mb-6 grid gap-3 border-t border-line pt-4" aria-label={t('ticket.joined')}>
      <h2 className="text-12 text-3">{t('ticket.joined')}</h2>
      {joined.map((one) => (
        <div key={one.id} className="flex items-start gap-3">
          <ScoreBadge score={one.score} band={one.category} word={scored(one.score, one.category, t).word} size="sm" />
          <p className="prose min-w-0 flex-1" lang={one.language}>
            {one.comment ?? <span className="text-2">{t('ticket.noWords')}</span>}
          </p>
          <time className="text-12 whitespace-nowrap text-3" dateTime={one.submittedAt.toISOString()}>
            {f.near(one.submittedAt, now)}
          </time>
        </div>
      ))}
    </section>
  )
}
