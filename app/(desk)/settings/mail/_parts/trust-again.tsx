import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Submit } from '@/app/_ui/form'
import { FormSelect } from '@/app/_ui/form-field'
import type { Translate } from '@/lib/i18n'
import { trustReasons } from '@/lib/mail/shared'
import { trust } from '../actions'
import { TrustForm } from './trust-form'

/** Ends the rest of an address, with the reason why. */
export const TrustAgain = ({ address, t }: { address: string; t: Translate }) => (
  <DialogButton
    size="sm"
    label={t('mail.trust.do')}
    aria-label={`${t('mail.trust.do')}: ${address}`}
    title={t('mail.trust.title')}
    closeLabel={t('common.close')}
  >
    <TrustForm answer={trust} address={address} done={t('mail.trust.done')} offline={t('settings.offline')}>
      <p className="wrap-anywhere">{t('mail.trust.text', { address })}</p>
      <FormSelect
        name="because"
        label={t('mail.trust.because')}
        options={trustReasons.map((value) => ({ value, label: t(`mail.trust.reason.${value}`) }))}
      />
      <DialogFoot>
        <Submit busy={t('mail.trust.busy')}>{t('mail.trust.do')}</Submit>
      </DialogFoot>
    </TrustForm>
  </DialogButton>
)
