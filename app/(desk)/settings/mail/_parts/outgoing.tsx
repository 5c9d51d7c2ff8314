import { TextLink } from '@/app/_ui/link'
import type { MailHealth } from '@/lib/followups'
import type { Translate } from '@/lib/i18n'
import type { ReadingPlace } from '../../outbox/_parts/place'
import { Fact, Facts } from './facts'

type OutgoingProps = { out: MailHealth['out']; place: ReadingPlace; t: Translate }

/** Mail that leaves, in figures, and what our letters say of us. */
export function Outgoing({ out, place: { f, now }, t }: OutgoingProps) {
  const { state, breaker, from } = out
  const trusted = breaker.trustedUntil && breaker.trustedUntil > now ? breaker.trustedUntil : null
  return (
    <>
      <Facts>
        <Fact label={t('mail.out.state')}>{stateOf(state, (at) => f.near(at, now), t)}</Fact>
        <Fact label={t('mail.out.hour')}>{f.number(out.sentLastHour)}</Fact>
        <Fact label={t('mail.out.waiting')}>
          <TextLink href="/settings/outbox?show=waiting">
            {out.oldest
              ? t('mail.out.oldest', { count: f.number(out.waiting), since: f.near(out.oldest, now) })
              : f.number(out.waiting)}
          </TextLink>
        </Fact>
        <Fact label={t('mail.out.troubled')}>
          <TextLink href="/settings/outbox?show=troubled">{f.number(out.troubled)}</TextLink>
        </Fact>
        <Fact label={t('mail.out.breaker')}>
          {breaker.trippedAt
            ? t('mail.out.open', { since: f.near(breaker.trippedAt, now) })
            : trusted
              ? t('mail.out.trusted', { until: f.near(trusted, now) })
              : t('mail.out.closed')}
        </Fact>
        <Fact label={t('mail.self.from')}>{from.address}</Fact>
        <Fact label={t('mail.self.tags')}>{t(from.takesTags ? 'mail.self.tagged' : 'mail.self.plain')}</Fact>
        <Fact label={t('mail.self.signer')}>
          {from.signer ? t('mail.self.signedHere', { domain: from.signer }) : t('mail.self.signedElsewhere')}
        </Fact>
      </Facts>
      <p>
        <TextLink href="/settings/outbox">{t('mail.log')}</TextLink>
      </p>
    </>
  )
}

function stateOf(state: MailHealth['out']['state'], near: (at: Date) => string, t: Translate): string {
  if (state.kind === 'preview' || state.kind === 'fine') return t(`mail.out.${state.kind}`)
  return t(`mail.out.${state.kind === 'paused' ? state.reason : 'failing'}`, { since: near(state.since) })
}
