import { TextField } from '@/app/_ui/input'
import { SelectField } from '@/app/_ui/select'
import type { Locale, Translate } from '@/lib/i18n'
import type { Touchpoint } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { surveyKinds } from '@/lib/surveys/shared'
import { DeedButton, DeedForm } from '../../rules/_parts/deed-form'
import { create } from '../actions'

type Props = { touchpoints: Touchpoint[]; locale: Locale; t: Translate }

/** A new survey: a name, a kind, and where its answers belong when the link does not say. */
export const CreateForm = ({ touchpoints, locale, t }: Props) => (
  <DeedForm
    deed={create}
    done={t('surveys.create.done')}
    offline={t('surveys.offline')}
    labels={{ name: t('surveys.field.name') }}
    className="grid gap-4 p-5"
  >
    <TextField
      name="name"
      label={t('surveys.field.name')}
      hint={t('surveys.field.nameHint')}
      maxLength={120}
      required
      autoComplete="off"
    />
    <SelectField
      name="kind"
      label={t('surveys.field.kind')}
      options={surveyKinds.map((kind) => ({
        value: kind,
        label: `${t(`surveys.kind.${kind}`)} · ${t(`surveys.kindHint.${kind}`)}`,
      }))}
    />
    <TouchpointField
      touchpoints={touchpoints}
      locale={locale}
      t={t}
      label={t('surveys.field.touchpoint')}
      none={t('surveys.field.anyTouchpoint')}
    />
    <DeedButton variant="primary" busy={t('surveys.create.busy')}>
      {t('surveys.create.button')}
    </DeedButton>
  </DeedForm>
)

type TouchpointProps = Props & { label: string; none: string; chosen?: string | null }

/** One touchpoint, or whichever each link names. */
export const TouchpointField = ({ touchpoints, locale, t, label, none, chosen }: TouchpointProps) => (
  <SelectField
    name="touchpoint"
    label={label}
    hint={t('surveys.field.touchpointHint')}
    placeholder={none}
    defaultValue={chosen ?? ''}
    options={touchpoints.map((touchpoint) => ({ value: touchpoint.slug, label: named(touchpoint, locale) }))}
  />
)
