import { Plus } from 'lucide-react'
import { ButtonLink } from '@/app/_ui/button'
import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Form, Submit } from '@/app/_ui/form'
import { FormText } from '@/app/_ui/form-field'
import { Deed } from '@/app/(desk)/settings/_parts/deed'
import { translator } from '@/lib/i18n'
import type { Journey } from '@/lib/journeys'
import { nameJourney, newStage, setJourney } from '../../actions'
import { StageForm } from './stage-form'

type DeedsProps = { journey: Journey; locale: 'es' | 'en'; spoken: 'es' | 'en'; retired: boolean }

/** What can be done to a journey as a whole. */
export function JourneyDeeds({ journey, locale, spoken, retired }: DeedsProps) {
  const t = translator(locale)
  const words = { offline: t('journeys.offline'), done: t('journeys.saved') }
  return (
    <>
      <ButtonLink variant="ghost" href={`/journeys/${journey.slug}${retired ? '' : '?retired=1'}`}>
        {retired ? t('journeys.hideRetired') : t('journeys.showRetired')}
      </ButtonLink>
      <DialogButton label={t('journeys.rename')} title={t('journeys.rename')} closeLabel={t('common.close')}>
        <div className="grid gap-5">
          <Form answer={nameJourney} {...words} className="grid gap-5">
            <input type="hidden" name="id" value={journey.id} />
            <FormText name="name" label={t('journeys.name')} defaultValue={journey.name} required />
            <FormText
              name="nameOther"
              label={t(`settings.other.${spoken}`)}
              defaultValue={journey.names[spoken === 'es' ? 'en' : 'es'] ?? ''}
            />
            <DialogFoot>
              <Submit busy={t('common.saving')}>{t('common.save')}</Submit>
            </DialogFoot>
          </Form>
          <Deed
            answer={setJourney}
            values={{ id: journey.id, retired: journey.retiredAt ? 'no' : 'yes' }}
            busy={t('common.saving')}
            variant={journey.retiredAt ? 'default' : 'danger'}
            {...words}
          >
            {journey.retiredAt ? t('journeys.restore') : t('journeys.retire')}
          </Deed>
        </div>
      </DialogButton>
      <DialogButton
        variant="primary"
        icon={<Plus className="i" aria-hidden="true" />}
        label={t('journeys.stage.add')}
        title={t('journeys.stage.add')}
        closeLabel={t('common.close')}
      >
        <StageForm locale={locale} spoken={spoken} answer={newStage} id={journey.id} done={t('journeys.stage.added')} />
      </DialogButton>
    </>
  )
}
