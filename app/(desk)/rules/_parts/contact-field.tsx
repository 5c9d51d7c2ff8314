import { Select } from '@/app/_ui/select'
import type { Translate } from '@/lib/i18n'

/** Whether the customer may be contacted: the one condition that needs nothing more. */
export const ContactField = ({ wanted, t }: { wanted: boolean | undefined; t: Translate }) => (
  <div className="grid items-start gap-x-4 gap-y-2 border-line border-t py-3 tablet:grid-cols-[11rem_20rem]">
    <label className="label pt-1.5" htmlFor="how.contactAllowed">
      {t('rules.form.field.contactAllowed')}
    </label>
    <Select
      id="how.contactAllowed"
      name="how.contactAllowed"
      defaultValue={wanted === undefined ? 'any' : wanted ? 'yes' : 'no'}
      options={(['any', 'yes', 'no'] as const).map((value) => ({ value, label: t(`rules.form.contact.${value}`) }))}
    />
  </div>
)
