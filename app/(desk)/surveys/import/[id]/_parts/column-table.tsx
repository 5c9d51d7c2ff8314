import { FormSelect } from '@/app/_ui/form-field'
import type { OptionGroup } from '@/app/_ui/select'
import { Table } from '@/app/_ui/table'
import type { Translate } from '@/lib/i18n'
import { excerpt } from '@/lib/kit/text'
import { importFields, type MappingForm, type SampledColumn } from '@/lib/surveys'

type ColumnTableProps = { columns: SampledColumn[]; form: MappingForm; t: Translate }

/** Every column of the file with a look into it, and what it is. */
export function ColumnTable({ columns, form, t }: ColumnTableProps) {
  const options = choices(t)
  return (
    <Table label={t('imports.columns')} flush>
      <thead>
        <tr>
          <th scope="col">{t('imports.column')}</th>
          <th scope="col" className="max-tablet:hidden">
            {t('imports.samples')}
          </th>
          <th scope="col">{t('imports.becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ header, samples }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear the same header, their place is what they are
          <tr key={at}>
            <th scope="row" className="max-w-48 whitespace-normal break-words py-2 text-start font-medium">
              {header || t('imports.nameless')}
              <span className="block max-w-32 truncate text-12 text-3 tablet:hidden">{samples[0] ?? ''}</span>
            </th>
            <td className="max-w-64 py-2 text-13 text-2 max-tablet:hidden">
              {[...new Set(samples)].slice(0, 3).map((sample) => (
                <span key={sample} className="block truncate">
                  {excerpt(sample, 60)}
                </span>
              ))}
            </td>
            <td>
              <input type="hidden" name={`header-${at}`} value={header} />
              <FormSelect
                name={`field-${at}`}
                label={<span className="sr-only">{t('imports.becomesOf', { column: header })}</span>}
                defaultValue={form[`field-${at}`]}
                disabled={header === ''}
                placeholder={t('imports.ignore')}
                options={options}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function choices(t: Translate): OptionGroup[] {
  const option = (field: (typeof importFields)[number]) => ({
    value: field,
    label: t(`imports.fields.${field.replaceAll('.', '_')}` as 'imports.fields.score'),
  })
  const ofCustomer = (field: string) => field.startsWith('customer.')
  return [
    { label: t('imports.ofAnswer'), options: importFields.filter((field) => !ofCustomer(field)).map(option) },
    { label: t('imports.ofCustomer'), options: importFields.filter(ofCustomer).map(option) },
    { label: t('imports.ofElse'), options: [{ value: 'attribute', label: t('imports.fields.attribute') }] },
  ]
}
