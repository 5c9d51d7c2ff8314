import { DialogFoot } from '@/app/_ui/dialog'
import { Form, type FormAnswer, Submit } from '@/app/_ui/form'
import { FormSelect, FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import { phases, type Stage } from '@/lib/journeys'

type StageFormProps = {
  locale: 'es' | 'en'
  /** The organization's language: the other name is in the other one. */
  spoken: 'es' | 'en'
  answer: FormAnswer
  /** Of the stage that is changed, or of the journey that gets a new one. */
  id: string
  stage?: Stage
  done: string
}

/** A stage as a form: its name in both languages, and when it comes. */
export function StageForm({ locale, spoken, answer, id, stage, done }: StageFormProps) {
  const t = translator(locale)
  return (
    <Form answer={answer} offline={t('journeys.offline')} done={done} clears={!stage} className="grid gap-5">
      <input type="hidden" name="id" value={id} />
      <FormText name="name" label={t('journeys.name')} defaultValue={stage?.name ?? ''} required />
      <FormText
        name="nameOther"
        label={t(`settings.other.${spoken}`)}
        defaultValue={stage?.names[spoken === 'es' ? 'en' : 'es'] ?? ''}
      />
      <FormSelect
        name="phase"
        label={t('journeys.phase.label')}
        defaultValue={stage?.phase ?? 'during'}
        options={phases.map((value) => ({ value, label: t(`journeys.phase.${value}`) }))}
      />
      {stage ? (
        <p className="help">
          {t('journeys.slug')}: <code>{stage.slug}</code>. {t('journeys.slugHint')}
        </p>
      ) : null}
      <DialogFoot>
        <Submit busy={t('common.saving')}>{t('common.save')}</Submit>
      </DialogFoot>
    </Form>
  )
}
