import { TextLink } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import type { MailHealth } from '@/lib/followups'
import type { Translate } from '@/lib/i18n'
import { Deed } from '../../_parts/deed'
import { MailBanner } from '../../outbox/_parts/mail-banner'
import type { ReadingPlace } from '../../outbox/_parts/place'
import { resume } from '../actions'

type AlarmsProps = { health: MailHealth; place: ReadingPlace; t: Translate }

/** What somebody must look at now, before anything else on the page. */
export function Alarms({ health: { out, mailboxes, unmatched }, place, t }: AlarmsProps) {
  const { f, now } = place
  const silent = mailboxes.filter(({ alarm }) => alarm)
  const { trippedAt, sent, waiting } = out.breaker
  if (out.state.kind === 'fine' && !trippedAt && silent.length === 0 && unmatched === 0) return null
  return (
    <div className="-mx-4 mb-6 grid gap-2 tablet:-mx-5">
      <MailBanner state={out.state} place={place} t={t} />
      <div className="grid gap-2 px-4 tablet:px-5">
        {trippedAt ? (
          <Notice
            kind="error"
            actions={
              <Deed
                answer={resume}
                values={{}}
                done={t('mail.resume.done')}
                offline={t('settings.offline')}
                busy={t('mail.resume.busy')}
                size="sm"
              >
                {t('mail.resume.do')}
              </Deed>
            }
          >
            {t('mail.alarm.breaker', { sent, waiting, since: f.near(trippedAt, now) })}
          </Notice>
        ) : null}
        {silent.map(({ name, failingSince, lastFetchAt, error }) => (
          <Notice key={name} kind="error">
            {t('mail.alarm.mailbox', {
              name,
              since: f.near(failingSince ?? lastFetchAt ?? now, now),
              why: t(`mail.mailbox.${error ?? 'unreachable'}`),
            })}
          </Notice>
        ))}
        {unmatched > 0 ? (
          <Notice kind="soon" actions={<TextLink href="/unmatched">{t('mail.in.see')}</TextLink>}>
            {t('mail.alarm.unmatched', { count: unmatched })}
          </Notice>
        ) : null}
      </div>
    </div>
  )
}
