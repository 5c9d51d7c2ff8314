import type { ReactNode } from 'react'
import type { Band } from '@/app/_ui/band'
import { Quotation } from '@/app/_ui/quotation'
import { ScoreBadge } from '@/app/_ui/score-badge'

export type ResponseView = {
  score: { value: number; band: Band; word: string } | null
  /** "Entrega a domicilio · encuesta por correo". */
  where: string
  time: { iso: string; text: string }
  words: { text: string; lang: string } | null
  /** When there are no words: why. */
  wordless: string
  answers: { label: string; value: ReactNode }[]
  earlier: { label: string; scores: EarlierScore[] }
}
export type EarlierScore = { id: string; value: number; band: Band; word: string; iso: string; text: string }

/** What the customer said, always first and never cut: the reason for everything below it. */
export function ResponseCard({ response, label }: { response: ResponseView; label: string }) {
  return (
    <section className="py-6" aria-label={label}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {response.score ? (
          <ScoreBadge
            score={response.score.value}
            band={response.score.band}
            word={response.score.word}
            size="lg"
            named
          />
        ) : null}
        <span className="text-13 text-3 tablet:ms-auto">
          {response.where}
          {response.where ? ' · ' : ''}
          <time dateTime={response.time.iso}>{response.time.text}</time>
        </span>
      </div>
      <div className="my-5">
        {response.words ? <Quotation {...response.words} /> : <p className="text-16 text-2">{response.wordless}</p>}
      </div>
      <dl className="ans">
        {response.answers.map((answer) => (
          <div key={answer.label}>
            <dt>{answer.label}</dt>
            <dd>{answer.value}</dd>
          </div>
        ))}
        {response.earlier.scores.length > 0 ? (
          <div>
            <dt>{response.earlier.label}</dt>
            <dd>
              {response.earlier.scores.map((one) => (
                <span key={one.id} className="inline-flex items-center gap-1.5 text-12 text-3">
                  <ScoreBadge score={one.value} band={one.band} word={one.word} size="sm" />
                  <time dateTime={one.iso}>{one.text}</time>
                </span>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}
