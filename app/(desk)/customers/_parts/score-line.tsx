import { ScoreBadge } from '@/app/_ui/score-badge'
import type { AnswerLine } from '@/lib/customers'
import type { Reader } from './shared'

/** The scores of one person from the first to the last, each by shape, number and, for those who hear them, words. */
export function ScoreLine({ answers, f, t, now }: { answers: AnswerLine[] } & Reader) {
  const scored = answers.filter((answer) => answer.voidAt === null).toReversed()
  if (scored.length < 2) return null
  return (
    <section>
      <h2 className="mb-2 text-13 text-3">{t('customers.page.scores')}</h2>
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-2">
        {scored.map((answer) => (
          <li key={answer.id} title={f.near(answer.at, now)}>
            <ScoreBadge
              score={answer.score}
              band={answer.category}
              size="sm"
              word={`${t(`common.band.${answer.category}`)}, ${f.near(answer.at, now)}`}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
