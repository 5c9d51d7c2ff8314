import type { ReactNode } from 'react'
import { TextLink } from '@/app/_ui/link'
import type { Translate } from '@/lib/i18n'
import type { Letter } from '@/lib/mail'
import { LetterState, reasonOf } from './letter-state'
import type { ReadingPlace } from './place'

type LetterFactsProps = { letter: Letter & { number: number | null }; place: ReadingPlace; t: Translate }

/** Everything that is known of one letter. */
export function LetterFacts({ letter, place: { f }, t }: LetterFactsProps) {
  const reason = reasonOf(letter, t)
  const waits = letter.state === 'queued' || letter.state === 'unknown'
  return (
    <dl className="kv content-start">
      <Row label={t('outbox.detail.state')}>
        <LetterState letter={letter} t={t} />
        {reason ? <p className="mt-1 text-2">{reason}</p> : null}
      </Row>
      <Row label={t('outbox.detail.to')}>
        {letter.toName ? <span className="block">{letter.toName}</span> : null}
        {letter.toAddress}
      </Row>
      <Row label={t('outbox.detail.kind')}>{t(`outbox.kind.${letter.kind}`)}</Row>
      {letter.number ? (
        <Row label={t('outbox.detail.case')}>
          <TextLink href={`/tickets/${letter.number}`}>{letter.number}</TextLink>
        </Row>
      ) : null}
      <Row label={t('outbox.detail.created')}>{f.dateTime(letter.createdAt)}</Row>
      {letter.sentAt ? <Row label={t('outbox.detail.sent')}>{f.dateTime(letter.sentAt)}</Row> : null}
      {waits ? <Row label={t('outbox.detail.next')}>{f.dateTime(letter.notBefore)}</Row> : null}
      <Row label={t('outbox.detail.attempts')}>{f.number(letter.attempts)}</Row>
      {letter.answerCode ? <Row label={t('outbox.detail.answer')}>{letter.answerCode}</Row> : null}
      {letter.bounceStatus ? <Row label={t('outbox.detail.bounce')}>{letter.bounceStatus}</Row> : null}
      {letter.diagnostic ? (
        <Row label={t('outbox.detail.diagnostic')}>
          <span className="wrap-anywhere">{letter.diagnostic}</span>
        </Row>
      ) : null}
      {letter.messageId ? (
        <Row label={t('outbox.detail.messageId')}>
          <code className="font-mono text-12">{letter.messageId}</code>
        </Row>
      ) : null}
    </dl>
  )
}

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
