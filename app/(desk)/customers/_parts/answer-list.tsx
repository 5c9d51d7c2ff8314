import { Badge } from '@/app/_ui/badge'
import { Chip } from '@/app/_ui/chip'
import { TextLink } from '@/app/_ui/link'
import { ScoreBadge } from '@/app/_ui/score-badge'
import type { AnswerLine } from '@/lib/customers'
import { named } from '@/lib/kit/text'
import type { Reader } from './shared'

/** Everything this person answered, newest first, in full. */
export const AnswerList = ({ answers, erased, ...reader }: { answers: AnswerLine[]; erased: boolean } & Reader) => (
  <section>
    <h2 className="mb-1 text-15 font-semibold">{reader.t('customers.page.answers')}</h2>
    {answers.length === 0 ? <p className="text-13 text-2">{reader.t('customers.page.noAnswers')}</p> : null}
    <ol>
      {answers.map((answer) => (
        <li key={answer.id} className="grid grid-cols-[2.5rem_1fr] items-start gap-x-3 border-line border-b py-3">
          <ScoreBadge score={answer.score} band={answer.category} word={reader.t(`common.band.${answer.category}`)} />
          <Answer answer={answer} erased={erased} {...reader} />
        </li>
      ))}
    </ol>
  </section>
)

function Answer({ answer, erased, f, t, locale, now }: { answer: AnswerLine; erased: boolean } & Reader) {
  const { touchpoint, survey, channel, ticket, reasons, comment } = answer
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-3">
        <span className="font-medium text-13 text-1">
          {touchpoint ? named(touchpoint, locale) : t('customers.page.noTouchpoint')}
        </span>
        <span>
          {named(survey, locale)}, {t(`queue.channel.${channel}`)}
        </span>
        <time dateTime={answer.at.toISOString()} className="num">
          {f.near(answer.at, now)}
        </time>
        {answer.kind === 'recovery' ? <Badge tone="accent">{t('customers.page.asked')}</Badge> : null}
        {answer.voidAt ? <Badge>{t('customers.page.voided')}</Badge> : null}
        {ticket === null ? null : (
          <TextLink href={`/tickets/${ticket}`}>{t('customers.page.ticket', { number: ticket })}</TextLink>
        )}
      </p>
      {comment ? (
        <p className="prose mt-1 whitespace-pre-wrap wrap-anywhere" lang={answer.language}>
          {comment}
        </p>
      ) : (
        <p className="mt-1 text-13 text-3">{t(wordless(answer, erased))}</p>
      )}
      {answer.solved ? <p className="mt-1 text-13">{t(`customers.page.solved.${answer.solved}`)}</p> : null}
      {reasons.length > 0 ? (
        <ul className="mt-1.5 flex flex-wrap gap-1.5" aria-label={t('customers.page.reasons')}>
          {reasons.map((reason) => (
            <li key={reason.slug}>
              <Chip>{named(reason, locale)}</Chip>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function wordless({ hidden }: AnswerLine, erased: boolean) {
  if (erased) return 'customers.page.erasedWords'
  return hidden ? 'customers.page.hidden' : 'customers.page.noWords'
}
