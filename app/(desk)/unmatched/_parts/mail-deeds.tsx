import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Submit } from '@/app/_ui/form'
import { FormSelect, FormText } from '@/app/_ui/form-field'
import type { UnmatchedWhole } from '@/lib/followups'
import type { Translate } from '@/lib/i18n'
import { Deed } from '../../settings/_parts/deed'
import { dismiss, openCase, put } from '../actions'
import { MailForm } from './mail-form'

type MailDeedsProps = { mail: UnmatchedWhole; teams: { value: string; label: string }[]; t: Translate }

/** What can be done with a waiting mail: the suggested case, another by number, a new one, nothing. */
export function MailDeeds({ mail, teams, t }: MailDeedsProps) {
  const offline = t('settings.offline')
  const name = mail.customer?.name
  return (
    <div className="mt-6 grid max-w-[560px] gap-6 border-line border-t pt-5">
      <section aria-labelledby="mail-assign" className="grid justify-items-start gap-3">
        <h3 id="mail-assign" className="font-semibold text-15">
          {t('inbox.assign.title')}
        </h3>
        {mail.ticket ? (
          <Deed
            answer={put}
            values={{ id: mail.id, number: String(mail.ticket.number) }}
            done={t('inbox.assign.done')}
            offline={offline}
            busy={t('inbox.assign.busy')}
            variant="primary"
          >
            {name
              ? t('inbox.assign.suggestedBy', { number: String(mail.ticket.number), name })
              : t('inbox.assign.suggested', { number: String(mail.ticket.number) })}
          </Deed>
        ) : null}
        <MailForm answer={put} id={mail.id} done={t('inbox.assign.done')} offline={offline}>
          <FormText name="number" inputMode="numeric" autoComplete="off" label={t('inbox.assign.number')} required />
          <Submit variant="default" busy={t('inbox.assign.busy')}>
            {t('inbox.assign.do')}
          </Submit>
        </MailForm>
      </section>
      <section aria-labelledby="mail-open" className="grid gap-3">
        <h3 id="mail-open" className="font-semibold text-15">
          {t('inbox.open.title')}
        </h3>
        <MailForm answer={openCase} id={mail.id} done={t('inbox.open.done')} offline={offline}>
          <FormText name="title" label={t('inbox.open.name')} defaultValue={mail.subject ?? ''} maxLength={200} />
          <FormSelect name="team" label={t('inbox.open.team')} options={teams} required />
          <Submit variant="default" busy={t('inbox.open.busy')}>
            {t('inbox.open.do')}
          </Submit>
        </MailForm>
      </section>
      <div>
        <DialogButton
          variant="ghost"
          label={t('inbox.dismiss.do')}
          title={t('inbox.dismiss.title')}
          closeLabel={t('common.close')}
        >
          <div className="grid gap-4">
            <p>{t('inbox.dismiss.text')}</p>
            <DialogFoot>
              <Deed
                answer={dismiss}
                values={{ id: mail.id }}
                done={t('inbox.dismiss.done')}
                offline={offline}
                busy={t('inbox.dismiss.busy')}
                variant="danger"
              >
                {t('inbox.dismiss.do')}
              </Deed>
            </DialogFoot>
          </div>
        </DialogButton>
      </div>
    </div>
  )
}
