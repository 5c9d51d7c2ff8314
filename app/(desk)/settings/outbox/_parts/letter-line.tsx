import { TextLink } from '@/app/_ui/link'
import type { OutboxLine } from '@/lib/followups'
import type { Translate } from '@/lib/i18n'
import { LetterState, reasonOf } from './letter-state'
import type { ReadingPlace } from './place'

/** One letter of the list: what it says it is about, to whom, what became of it and when. */
export function LetterLine({ letter, place, t }: { letter: OutboxLine; place: ReadingPlace; t: Translate }) {
  const reason = reasonOf(letter, t)
  const kind = t(`outbox.kind.${letter.kind}`)
  return (
    <li className="grid gap-x-4 gap-y-1 border-line border-b px-4 py-3 tablet:grid-cols-[minmax(0,1fr)_auto] tablet:px-5">
      <div className="min-w-0">
        <TextLink
          href={`/settings/outbox/${letter.id}`}
          className="block truncate text-14 font-medium no-underline hover:underline"
        >
          {letter.subject ?? kind}
        </TextLink>
        <p className="truncate text-13 text-2">
          {letter.toName ? `${letter.toName} · ` : ''}
          {letter.toAddress}
        </p>
        <p className="flex flex-wrap gap-x-2 text-12 text-3">
          {letter.subject ? <span>{kind}</span> : null}
          {letter.number ? (
            <TextLink href={`/tickets/${letter.number}`}>
              {t('outbox.case', { number: String(letter.number) })}
            </TextLink>
          ) : null}
        </p>
        {reason ? <p className="text-12 text-2">{reason}</p> : null}
      </div>
      <div className="flex items-center gap-3 tablet:flex-col tablet:items-end tablet:gap-1">
        <LetterState letter={letter} t={t} />
        <time className="num text-12 text-3" dateTime={instantOf(letter).toISOString()}>
          {letter.state === 'queued' && letter.notBefore > place.now
            ? t('outbox.due', { at: place.f.near(letter.notBefore, place.now) })
            : place.f.near(instantOf(letter), place.now)}
        </time>
      </div>
    </li>
  )
}

const instantOf = (letter: OutboxLine): Date => letter.sentAt ?? letter.createdAt
