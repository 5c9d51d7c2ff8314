import { buttonClass } from '@/app/_ui/button'
import { Checkbox } from '@/app/_ui/checkbox'
import { DialogButton } from '@/app/_ui/dialog-button'
import { TextField } from '@/app/_ui/input'
import { DeedButton, DeedForm } from '@/app/(desk)/rules/_parts/deed-form'
import type { CustomerRow } from '@/lib/customers'
import type { Translate } from '@/lib/i18n'
import { toDecimal } from '@/lib/kit/money'
import { correct, erase } from '../actions'

type Props = { customer: CustomerRow; currency: string; t: Translate }

/** What a manager can do with a customer's data: correct, hand over, erase. */
export function CustomerDeeds({ customer, currency, t }: Props) {
  return (
    <>
      <a className={buttonClass({})} href={`/customers/${customer.id}/export`} download>
        {t('customers.export')}
      </a>
      <DialogButton
        label={t('customers.erase.button')}
        title={t('customers.erase.title')}
        closeLabel={t('common.close')}
      >
        <EraseForm customer={customer} t={t} />
      </DialogButton>
      <DialogButton
        variant="primary"
        label={t('customers.edit.button')}
        title={t('customers.edit.title')}
        closeLabel={t('common.close')}
      >
        <EditForm customer={customer} currency={currency} t={t} />
      </DialogButton>
    </>
  )
}

const EraseForm = ({ customer, t }: Omit<Props, 'currency'>) => (
  <DeedForm
    deed={erase}
    done={t('customers.erase.done')}
    next="/customers"
    offline={t('common.retry')}
    labels={{ confirm: t('customers.erase.button') }}
    className="grid gap-4"
  >
    <input type="hidden" name="id" value={customer.id} />
    <p className="text-14">{t('customers.erase.text')}</p>
    <TextField name="confirm" label={t('customers.erase.confirm')} autoComplete="off" required />
    <DeedButton variant="danger" busy={t('customers.erase.busy')}>
      {t('customers.erase.button')}
    </DeedButton>
  </DeedForm>
)

function EditForm({ customer, currency, t }: Props) {
  const { annualValue, valueCurrency } = customer
  const field = (name: 'externalId' | 'email' | 'phone' | 'language' | 'segment') => ({
    name,
    label: t(`customers.page.facts.${name}`),
    defaultValue: customer[name] ?? '',
  })
  const labels = {
    name: t('customers.edit.name'),
    annualValue: t('customers.page.facts.value'),
    ...Object.fromEntries(
      (['email', 'phone', 'language', 'segment'] as const).map((name) => [name, field(name).label]),
    ),
  }
  return (
    <DeedForm
      deed={correct}
      done={t('customers.edit.done')}
      offline={t('common.retry')}
      labels={labels}
      className="grid gap-3"
    >
      <input type="hidden" name="id" value={customer.id} />
      <input type="hidden" name="version" value={customer.version} />
      <TextField name="name" label={t('customers.edit.name')} defaultValue={customer.name ?? ''} />
      <TextField {...field('email')} type="email" />
      <TextField {...field('phone')} type="tel" />
      <TextField {...field('language')} />
      <TextField {...field('segment')} />
      <TextField
        name="amount"
        label={t('customers.edit.amount', { currency: valueCurrency ?? currency })}
        inputMode="decimal"
        defaultValue={annualValue !== null && valueCurrency ? toDecimal(annualValue, valueCurrency) : ''}
      />
      <input type="hidden" name="currency" value={valueCurrency ?? currency} />
      <Checkbox
        name="surveys"
        label={t('customers.edit.surveys')}
        hint={t('customers.edit.surveysHint')}
        defaultChecked={customer.optedOutAt === null}
      />
      <DeedButton variant="primary" busy={t('common.saving')}>
        {t('common.save')}
      </DeedButton>
    </DeedForm>
  )
}
