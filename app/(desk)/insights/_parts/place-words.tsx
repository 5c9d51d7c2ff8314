import Link from 'next/link'
import { ScoreBadge } from '@/app/_ui/score-badge'
import type { Verbatim } from '@/lib/insights'
import type { Reader } from './reader'

/** What customers wrote here last, whole; a reader without leave is told so. */
export function PlaceWords({ verbatims, reader }: { verbatims: Verbatim[] | null; reader: Reader }) {
  const { t } = reader
  return (
    <section aria-labelledby="words">
      <div className="board-head">
        <h2 className="sec" id="words">
          {t('board.place.words')}
        </h2>
      </div>
      {verbatims === null || verbatims.length === 0 ? (
        <p className="text-13 text-2">{t(verbatims === null ? 'board.place.wordsClosed' : 'board.place.wordsNone')}</p>
      ) : (
        <ul>
          {verbatims.map((one) => (
            <Word key={one.id} word={one} reader={reader} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Word({ word, reader: { t, f, at } }: { word: Verbatim; reader: Reader }) {
  return (
    <li className="word">
      <div className="flex items-center gap-2 text-12 text-3">
        <ScoreBadge score={word.score} band={word.category} word={t(`common.band.${word.category}`)} size="sm" named />
        <time dateTime={word.submittedAt.toISOString()}>{f.near(word.submittedAt, at)}</time>
        {word.ticket ? (
          <Link className="link" href={`/tickets/${word.ticket}`}>
            {t('board.place.case', { number: String(word.ticket) })}
          </Link>
        ) : null}
      </div>
      <blockquote lang={word.language}>{word.comment}</blockquote>
    </li>
  )
}
