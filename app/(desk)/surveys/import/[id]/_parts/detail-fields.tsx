import { FormSelect, FormText } from '@/app/_ui/form-field'
import type { Translate } from '@/lib/i18n'
import type { MappingForm } from '@/lib/surveys'
import { channels } from '@/lib/surveys/shared'
import { KeptCheckbox } from './kept-checkbox'

/** Dates, names that may be made, and what stands for every row. */
export function DetailFields({ form, zone, t }: { form: MappingForm; zone: string; t: Translate }) {
  const given = t('imports.notGiven')
  return (
    <fieldset className="grid gap-4 rounded-3 border border-line p-4">
      <legend className="label px-1">{t('imports.details')}</legend>
      <div className="grid gap-4 tablet:grid-cols-2">
        <FormText name="format" label={t('imports.format')} hint={t('imports.formatHint')} defaultValue={form.format} />
        <FormText
          name="timeZone"
          label={t('imports.timeZone')}
          hint={t('imports.timeZoneHint', { zone })}
          defaultValue={form.timeZone}
        />
        <FormSelect
          name="constant-channel"
          label={t('imports.channel')}
          defaultValue={form['constant-channel']}
          placeholder={given}
          options={channels.map((value) => ({ value, label: t(`imports.channels.${value}`) }))}
        />
        <FormText
          name="constant-language"
          label={t('imports.language')}
          hint={t('imports.languageHint')}
          defaultValue={form['constant-language']}
        />
        <FormText
          name="separator"
          label={t('imports.separator')}
          hint={t('imports.separatorHint')}
          defaultValue={form.separator}
        />
        <FormSelect
          name="history"
          label={t('imports.history')}
          defaultValue={form.history ?? ''}
          options={(['', 'yes', 'no'] as const).map((value) => ({
            value,
            label: t(`imports.histories.${value || 'older'}`),
          }))}
        />
      </div>
      <KeptCheckbox
        name="createTouchpoints"
        label={t('imports.createTouchpoints')}
        checked={form.createTouchpoints === 'on'}
      />
      <KeptCheckbox name="createReasons" label={t('imports.createReasons')} checked={form.createReasons === 'on'} />
    </fieldset>
  )
}
