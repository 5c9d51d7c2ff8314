import { Input, TextField } from '@/app/_ui/input'
import { TextareaField } from '@/app/_ui/textarea'
import type { Translate } from '@/lib/i18n'
import { toDecimal } from '@/lib/kit/money'
import { named } from '@/lib/kit/text'
import type { Vocabulary } from '@/lib/rules'
import type { Conditions, Field } from '@/lib/rules/shared'
import { categories, channels, commentTypes } from '@/lib/surveys/shared'
import { Choices, Condition } from './condition'
import { ContactField } from './contact-field'

type Props = { conditions: Conditions; vocabulary: Vocabulary; currency: string; locale: 'es' | 'en'; t: Translate }
type Listed = 'category' | 'survey' | 'touchpoint' | 'stage' | 'channel' | 'reason' | 'commentType'

/** Every condition that a rule may have, in the order in which people think of an answer. */
export function ConditionFields(props: Props) {
  const { conditions, currency, t } = props
  const { score, value, segment, language, words } = conditions
  return (
    <>
      <Condition {...head('score', score, t, 'between')}>
        <div className="flex gap-3">
          <TextField {...range('scoreMin', score?.min ?? 0)} label={t('rules.form.scoreMin')} />
          <TextField {...range('scoreMax', score?.max ?? 6)} label={t('rules.form.scoreMax')} />
        </div>
      </Condition>
      <List field="category" {...props} />
      <List field="commentType" {...props} />
      <Condition {...head('words', words, t, 'mention')}>
        <TextareaField
          name="words"
          label={t('rules.form.phrases')}
          hint={t('rules.form.phrasesHint')}
          defaultValue={words?.anyOf.join('\n') ?? ''}
          rows={5}
        />
      </Condition>
      <List field="reason" {...props} />
      <List field="touchpoint" {...props} />
      <List field="stage" {...props} />
      <List field="survey" {...props} />
      <List field="channel" {...props} />
      <ContactField wanted={conditions.contactAllowed} t={t} />
      <Condition {...head('segment', segment, t)}>
        <TextField name="segment" label={t('rules.form.segments')} defaultValue={segment?.anyOf.join(', ') ?? ''} />
      </Condition>
      <Condition {...head('value', value, t, 'reach')}>
        <TextField
          name="amount"
          label={t('rules.form.amount', { currency: value?.currency ?? currency })}
          inputMode="decimal"
          defaultValue={value ? toDecimal(value.atLeast, value.currency) : ''}
        />
        <Input type="hidden" name="currency" value={value?.currency ?? currency} />
      </Condition>
      <Condition {...head('language', language, t)}>
        <TextField name="language" label={t('rules.form.languages')} defaultValue={language?.anyOf.join(', ') ?? ''} />
      </Condition>
    </>
  )
}

function List({ field, conditions, vocabulary, locale, t }: Props & { field: Listed }) {
  return (
    <Condition {...head(field, conditions[field], t)}>
      <Choices name={field} chosen={conditions[field]?.anyOf ?? []} options={optionsOf(field, vocabulary, locale, t)} />
    </Condition>
  )
}

function optionsOf(field: Listed, vocabulary: Vocabulary, locale: string, t: Translate) {
  const own = (label: (value: never) => string, values: readonly string[]) =>
    values.map((value) => ({ value, label: capital(label(value as never)) }))
  switch (field) {
    case 'category':
      return own((value: 'detractor') => t(`common.band.${value}`), categories)
    case 'channel':
      return own((value: 'web') => t(`queue.channel.${value}`), channels)
    case 'commentType':
      return own((value: 'praise') => t(`rules.commentType.${value}`), commentTypes)
    default:
      return vocabulary[field].map((choice) => ({ value: choice.slug, label: named(choice, locale) }))
  }
}

function head(
  field: Field,
  wanted: { not: boolean } | undefined,
  t: Translate,
  ways: 'how' | 'between' | 'mention' | 'reach' = 'how',
) {
  const label = t(`rules.form.field.${field}`)
  return {
    field,
    label,
    howLabel: label,
    how: wanted ? (wanted.not ? ('not' as const) : ('is' as const)) : ('any' as const),
    ways: { any: t('rules.form.how.any'), is: t(`rules.form.${ways}.is`), not: t(`rules.form.${ways}.not`) },
  }
}

const range = (name: string, value: number) => ({ name, type: 'number', min: 0, max: 10, defaultValue: value })
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
