import { Form, Submit } from '@/app/_ui/form'
import { FormSelect } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import type { UserActor } from '@/lib/identity/shared'
import { type ImportRecord, importColumns } from '@/lib/integrations'
import { isRefusal } from '@/lib/kit/refusal'
import { named } from '@/lib/kit/text'
import { formOfMapping, parseMapping } from '@/lib/surveys'
import { saveMapping } from '../actions'
import { ColumnTable } from './column-table'
import { DetailFields } from './detail-fields'
import { ScaleFields } from './scale-fields'

type Survey = { slug: string; name: string; names: Record<string, string> }
type MappingProps = { actor: UserActor; its: ImportRecord; surveys: Survey[]; zone: string }

/** Which column is which field, on which scale the score is, and what stands for all rows. */
export async function Mapping({ actor, its, surveys, zone }: MappingProps) {
  const t = translator(actor.locale)
  const columns = await importColumns(actor, its.id).catch((error: unknown) => {
    if (isRefusal(error)) return []
    throw error
  })
  const mapping = parseMapping(its.mapping)
  const form = formOfMapping(
    columns.map(({ header }) => header),
    mapping,
  )
  return (
    <Form answer={saveMapping} offline={t('imports.offline')} className="grid content-start gap-6">
      <input type="hidden" name="id" value={its.id} />
      <FormSelect
        name="survey"
        label={t('imports.survey')}
        defaultValue={its.survey ?? ''}
        options={surveys.map((survey) => ({ value: survey.slug, label: named(survey, actor.locale) }))}
      />
      <ColumnTable columns={columns} form={form} t={t} />
      <ScaleFields form={form} t={t} />
      <DetailFields form={form} zone={zone} t={t} />
      <div className="flex flex-wrap items-center gap-3">
        <Submit variant="default" busy={t('imports.mapping')}>
          {t('imports.saveMapping')}
        </Submit>
      </div>
      <details className="text-13 text-2">
        <summary className="cursor-pointer">{t('imports.forTerminal')}</summary>
        <pre className="mt-2 overflow-x-auto rounded-2 bg-sunk p-3 text-12">{JSON.stringify(mapping, null, 2)}</pre>
      </details>
    </Form>
  )
}
