import { FormSelect, FormText } from '@/app/_ui/form-field'
import type { Translate } from '@/lib/i18n'
import { type MappingForm, namedScales } from '@/lib/surveys'
import { KeptCheckbox } from './kept-checkbox'

/** On which scale the score column is; nothing is guessed. */
export function ScaleFields({ form, t }: { form: MappingForm; t: Translate }) {
  const named = Object.entries(namedScales).map(([value, [min, max]]) => ({
    value,
    label: t('imports.scaleOf', { min, max }),
  }))
  return (
    <fieldset className="group grid gap-4 rounded-3 border border-line p-4">
      <legend className="label px-1">{t('imports.scale')}</legend>
      <div className="grid gap-4 tablet:grid-cols-3">
        <FormSelect
          name="scale"
          label={t('imports.scaleChoice')}
          defaultValue={form.scale ?? ''}
          placeholder={t('imports.scaleUnsaid')}
          options={[...named, { value: 'other', label: t('imports.scaleOther') }]}
        />
        <div className="hidden gap-4 group-has-[option[value=other]:checked]:contents">
          <FormText name="scaleMin" label={t('imports.scaleMin')} inputMode="numeric" defaultValue={form.scaleMin} />
          <FormText name="scaleMax" label={t('imports.scaleMax')} inputMode="numeric" defaultValue={form.scaleMax} />
        </div>
      </div>
      <KeptCheckbox name="invert" label={t('imports.invert')} checked={form.invert === 'on'} />
      <FormText name="blank" label={t('imports.blank')} hint={t('imports.blankHint')} defaultValue={form.blank} />
    </fieldset>
  )
}
