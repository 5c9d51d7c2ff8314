import { TextLink } from '@/app/_ui/link'
import type { MailHealth } from '@/lib/followups'
import type { Translate } from '@/lib/i18n'
import type { ReadingPlace } from '../../outbox/_parts/place'
import { Fact, Facts } from './facts'

type IncomingProps = { health: MailHealth; place: ReadingPlace; t: Translate }

/** Each mailbox: when it was last read, since when it cannot be. */
export function Incoming({ health: { mailboxes, unmatched }, place: { f, now }, t }: IncomingProps) {
  return (
    <>
      {mailboxes.length === 0 ? <p className="text-14 text-2">{t('mail.in.none')}</p> : null}
      {mailboxes.map(({ name, lastFetchAt, failingSince, error, fetched }) => (
        <section key={name} aria-label={name}>
          <h3 className="mb-2 font-mono text-13 wrap-anywhere">{name}</h3>
          <Facts>
            <Fact label={t('mail.out.state')}>
              {failingSince ? t('mail.in.failing', { since: f.near(failingSince, now) }) : t('mail.in.ok')}
              {error ? <span className="block text-12 text-3">{t(`mail.mailbox.${error}`)}</span> : null}
            </Fact>
            <Fact label={t('mail.in.last')}>{lastFetchAt ? f.near(lastFetchAt, now) : t('mail.in.never')}</Fact>
            <Fact label={t('mail.in.fetched')}>{f.number(fetched)}</Fact>
          </Facts>
        </section>
      ))}
      <Facts>
        <Fact label={t('mail.in.unmatched')}>
          <TextLink href="/unmatched">{f.number(unmatched)}</TextLink>
        </Fact>
      </Facts>
    </>
  )
}
