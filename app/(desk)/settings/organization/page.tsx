import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Checkbox } from '@/app/_ui/checkbox'
import { Form, Submit } from '@/app/_ui/form'
import { FormSelect, FormText } from '@/app/_ui/form-field'
import { Notice } from '@/app/_ui/notice'
import { countryOptions, zoneOptions } from '@/app/(door)/setup/_parts/places'
import { translator } from '@/lib/i18n'
import { formsOfAddress, organization } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { toDecimal } from '@/lib/kit/money'
import { refuse } from '@/lib/kit/refusal'
import { SettingsFrame } from '../_parts/frame'
import { formWords } from '../_parts/words'
import { saveOrganization } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('settings.tab.organization') }
}

/** Who the company is: to its customers, in its figures, in its days. */
export default async function OrganizationPage() {
  const actor = await currentActor()
  if (!permits(actor, 'settings.manage')) forbidden()
  const house = (await organization()) ?? refuse('organization.unknown')
  const t = translator(actor.locale)
  const currencies = new Intl.DisplayNames(actor.locale, { type: 'currency' })
  const amountOf = (minor: number | null) => (minor === null ? '' : toDecimal(minor, house.currency))
  return (
    <SettingsFrame actor={actor} section="organization" text={t('settings.organization.text')}>
      <Form answer={saveOrganization} {...formWords(t)} className="grid max-w-[640px] gap-5">
        {house.sample ? <Notice>{t('settings.organization.sample')}</Notice> : null}
        <FormText name="name" label={t('settings.organization.name')} defaultValue={house.name} required />
        <div className="grid items-start gap-x-4 gap-y-5 tablet:grid-cols-2">
          <FormSelect
            name="country"
            label={t('settings.organization.country')}
            defaultValue={house.country}
            options={countryOptions(actor.locale)}
          />
          <FormSelect
            name="timeZone"
            label={t('settings.organization.timeZone')}
            defaultValue={house.timeZone}
            options={zoneOptions()}
          />
          <FormSelect
            name="locale"
            label={t('settings.organization.locale')}
            hint={t('settings.organization.localeHint')}
            defaultValue={house.locale}
            options={[
              { value: 'es', label: 'Español' },
              { value: 'en', label: 'English' },
            ]}
          />
          <FormSelect
            name="formOfAddress"
            label={t('settings.organization.formOfAddress')}
            defaultValue={house.formOfAddress}
            options={formsOfAddress.map((value) => ({ value, label: t(`settings.organization.form.${value}`) }))}
          />
          <FormSelect
            name="currency"
            label={t('settings.organization.currency')}
            defaultValue={house.currency}
            options={Intl.supportedValuesOf('currency').map((value) => ({
              value,
              label: `${value} · ${currencies.of(value)}`,
            }))}
          />
          <FormText
            name="valueThreshold"
            inputMode="decimal"
            label={t('settings.organization.valueThreshold')}
            hint={t('settings.organization.valueHint', { currency: house.currency })}
            defaultValue={amountOf(house.valueThreshold)}
          />
          <FormText
            name="gestureLimit"
            inputMode="decimal"
            label={t('settings.organization.gestureLimit')}
            hint={t('settings.organization.gestureHint', { currency: house.currency })}
            defaultValue={amountOf(house.gestureLimit)}
          />
        </div>
        <Checkbox
          name="contactDefault"
          label={t('settings.organization.contactDefault')}
          hint={t('settings.organization.contactHint')}
          defaultChecked={house.contactDefault}
        />
        <div>
          <Submit busy={t('common.saving')}>{t('common.save')}</Submit>
        </div>
      </Form>
    </SettingsFrame>
  )
}
