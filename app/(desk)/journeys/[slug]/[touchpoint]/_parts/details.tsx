import { Form, Submit } from '@/app/_ui/form'
import { FormSelect, FormTextarea } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import type { Team } from '@/lib/identity'
import type { TouchpointNode } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { channelName } from '../../_parts/card-view'
import { PointFields } from '../../_parts/point-fields'
import { savePoint } from '../../actions'

type DetailsProps = {
  point: TouchpointNode
  edits: boolean
  locale: 'es' | 'en'
  spoken: 'es' | 'en'
  teams: Team[]
}

/** What a touchpoint is, to be changed by those who may and read by all. */
export function Details({ point, edits, locale, spoken, teams }: DetailsProps) {
  const t = translator(locale)
  if (!edits) return <Facts point={point} locale={locale} />
  return (
    <Form
      key={point.version}
      answer={savePoint}
      offline={t('journeys.offline')}
      done={t('journeys.saved')}
      className="grid gap-5"
    >
      <input type="hidden" name="id" value={point.id} />
      <PointFields locale={locale} spoken={spoken} teams={teams} point={point} />
      <FormTextarea
        name="intended"
        label={t('journeys.point.intended')}
        hint={t('journeys.point.intendedHint')}
        defaultValue={point.intended ?? ''}
      />
      <FormSelect
        name="desiredScore"
        label={t('journeys.point.desired')}
        defaultValue={point.desiredScore === null ? '' : String(point.desiredScore)}
        placeholder={t('journeys.point.desiredNone')}
        options={Array.from({ length: 11 }, (_, score) => ({ value: String(score), label: String(score) }))}
      />
      <div>
        <Submit busy={t('common.saving')}>{t('common.save')}</Submit>
      </div>
    </Form>
  )
}

function Facts({ point, locale }: { point: TouchpointNode; locale: 'es' | 'en' }) {
  const t = translator(locale)
  return (
    <dl className="kv">
      <div>
        <dt>{t('journeys.point.team')}</dt>
        <dd>{point.team ? named(point.team, locale) : t('journeys.point.nobody')}</dd>
      </div>
      <div>
        <dt>{t('journeys.point.channels')}</dt>
        <dd>{point.channels.map((one) => channelName(one, t)).join(', ')}</dd>
      </div>
      {point.intended ? (
        <div>
          <dt>{t('journeys.point.intended')}</dt>
          <dd>{point.intended}</dd>
        </div>
      ) : null}
      <div>
        <dt>{t('journeys.point.desired')}</dt>
        <dd>{point.desiredScore ?? t('journeys.point.desiredNone')}</dd>
      </div>
    </dl>
  )
}
