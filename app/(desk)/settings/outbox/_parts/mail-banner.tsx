import { Notice } from '@/app/_ui/notice'
import type { Translate } from '@/lib/i18n'
import type { MailState } from '@/lib/mail'
import type { ReadingPlace } from './place'

/** Says when mail does not leave, and what to do about it. */
export function MailBanner({ state, place, t }: { state: MailState; place: ReadingPlace; t: Translate }) {
  if (state.kind === 'fine') return null
  return (
    <div className="px-4 pb-3 tablet:px-5">
      {state.kind === 'preview' ? (
        <Notice kind="info">{t('outbox.state.preview')}</Notice>
      ) : (
        <Notice kind="error">
          {t(`outbox.state.${state.kind === 'paused' ? state.reason : 'failing'}`, {
            since: place.f.near(state.since, place.now),
            waiting: state.waiting,
          })}
        </Notice>
      )}
    </div>
  )
}
