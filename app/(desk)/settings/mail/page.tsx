import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { actorWho, currentActor } from '@/app/_server/actor'
import { Submit } from '@/app/_ui/form'
import { FormText } from '@/app/_ui/form-field'
import { mailHealth, suppressionsFor } from '@/lib/followups'
import { translator } from '@/lib/i18n'
import { me } from '@/lib/identity'
import { Block, SettingsFrame } from '../_parts/frame'
import { placeOf } from '../outbox/_parts/place'
import { Alarms } from './_parts/alarms'
import { DomainForm } from './_parts/domain-form'
import { Incoming } from './_parts/incoming'
import { Outgoing } from './_parts/outgoing'
import { Resting } from './_parts/resting'
import { TestForm } from './_parts/test-form'
import { checkOwn, sendTest } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('mail.title') }
}

type Props = { searchParams: Promise<{ find?: string; after?: string }> }

/** How mail is doing, both ways; who we are to the world; who gets nothing automatic any more. */
export default async function MailPage({ searchParams }: Props) {
  const { actor, may } = await actorWho('mail.manage')
  if (!may) forbidden()
  const t = translator(actor.locale)
  const { find, after } = await searchParams
  const place = await placeOf(actor)
  const ask = { ...(find ? { words: find } : {}), ...(after ? { cursor: after } : {}), limit: 20 }
  const [health, resting, own] = await Promise.all([
    mailHealth(actor, place.now),
    suppressionsFor(actor, ask, place.now),
    me(actor),
  ])
  const { domain } = health.out.from
  return (
    <SettingsFrame actor={actor} section="mail" text={t('mail.text')}>
      <Alarms health={health} place={place} t={t} />
      <Block title={t('mail.out.title')} text={t('mail.out.text')}>
        <Outgoing out={health.out} place={place} t={t} />
      </Block>
      <Block title={t('mail.in.title')} text={t('mail.in.text')}>
        <Incoming health={health} place={place} t={t} />
      </Block>
      <Block title={t('mail.check.title')} text={t('mail.check.text', { domain })}>
        <DomainForm
          answer={checkOwn}
          words={{ do: t('mail.check.do'), busy: t('mail.check.busy') }}
          offline={t('settings.offline')}
        />
      </Block>
      <Block title={t('mail.try.title')} text={t('mail.try.text')}>
        <TestForm answer={sendTest} done={t('mail.try.done')} offline={t('settings.offline')}>
          <FormText name="to" type="email" label={t('mail.try.to')} defaultValue={own.email} required />
          <Submit busy={t('mail.try.busy')} variant="default">
            {t('mail.try.do')}
          </Submit>
        </TestForm>
      </Block>
      <Block title={t('mail.stop.title')} text={t('mail.stop.text')} id="resting">
        <Resting page={resting} find={find ?? ''} after={after} place={place} t={t} />
      </Block>
    </SettingsFrame>
  )
}
