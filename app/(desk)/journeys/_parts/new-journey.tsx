import { Plus } from 'lucide-react'
import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Form, Submit } from '@/app/_ui/form'
import { FormText } from '@/app/_ui/form-field'
import { TemplateChoice } from '@/app/(door)/setup/_parts/template-choice'
import { translator } from '@/lib/i18n'
import { addJourney } from '../actions'

/** A journey begins with a name and a template, or blank. */
export function NewJourney({ locale, primary }: { locale: 'es' | 'en'; primary?: boolean }) {
  const t = translator(locale)
  return (
    <DialogButton
      variant={primary ? 'primary' : 'default'}
      icon={<Plus className="i" aria-hidden="true" />}
      label={t('journeys.new')}
      title={t('journeys.new')}
      closeLabel={t('common.close')}
      wide
    >
      <Form answer={addJourney} offline={t('journeys.offline')} className="grid gap-5">
        <FormText name="name" label={t('journeys.name')} required />
        <TemplateChoice locale={locale} blank={{ name: t('journeys.blank'), text: t('journeys.blankText') }} />
        <DialogFoot>
          <Submit busy={t('journeys.creating')}>{t('journeys.create')}</Submit>
        </DialogFoot>
      </Form>
    </DialogButton>
  )
}
