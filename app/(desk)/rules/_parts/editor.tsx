import { TextField } from '@/app/_ui/input'
import type { Translate } from '@/lib/i18n'
import type { Rule, Vocabulary } from '@/lib/rules'
import { fields } from '@/lib/rules/shared'
import { saveRule } from '../actions'
import { ActionFields } from './action-fields'
import { ConditionFields } from './condition-fields'
import { DeedButton, DeedForm } from './deed-form'
import { TryOut } from './try-out'

type EditorProps = { rule: Rule | null; vocabulary: Vocabulary; currency: string; locale: 'es' | 'en'; t: Translate }

/** The form of a rule: its name, when it applies, what it does, and what it would have done. */
export function Editor({ rule, vocabulary, currency, locale, t }: EditorProps) {
  return (
    <DeedForm
      deed={saveRule}
      done={t('rules.form.saved')}
      next="/rules"
      offline={t('common.retry')}
      labels={labelsOf(t)}
      className="grid max-w-[60rem] gap-6 px-4 pb-10 tablet:px-5"
    >
      <input type="hidden" name="id" value={rule?.id ?? ''} />
      <input type="hidden" name="version" value={rule?.version ?? 0} />
      <div className="max-w-md">
        <TextField
          name="name"
          label={t('rules.form.name')}
          hint={t('rules.form.nameHint')}
          defaultValue={rule?.name ?? ''}
          maxLength={120}
          required
        />
      </div>
      <section className="grid">
        <h2 className="text-15 font-semibold">{t('rules.form.when')}</h2>
        <p className="mb-3 text-13 text-2">{t('rules.form.whenHint')}</p>
        <ConditionFields {...{ conditions: rule?.conditions ?? {}, vocabulary, currency, locale, t }} />
      </section>
      <section className="grid gap-3">
        <h2 className="text-15 font-semibold">{t('rules.form.then')}</h2>
        <ActionFields {...{ action: rule?.action ?? null, vocabulary, locale, t }} />
      </section>
      <TryOut words={tryWords(t)} />
      <div>
        <DeedButton variant="primary" busy={t('common.saving')}>
          {t(rule ? 'rules.form.save' : 'rules.form.create')}
        </DeedButton>
      </div>
    </DeedForm>
  )
}

const labelsOf = (t: Translate): Record<string, string> => ({
  ...Object.fromEntries(fields.map((field) => [`conditions.${field}`, t(`rules.form.field.${field}`)])),
  name: t('rules.form.name'),
  'action.priority': t('rules.form.priority'),
  'action.team': t('rules.form.team'),
  'action.assignee': t('rules.form.assignee'),
  'action.slaPolicy': t('rules.form.policy'),
})

const tryWords = (t: Translate) => ({
  button: t('rules.try.button'),
  busy: t('rules.try.busy'),
  title: t('rules.try.title'),
  none: t('rules.try.none'),
  examples: t('rules.try.examples'),
  noWords: t('rules.try.noWords'),
  offline: t('common.retry'),
})
