import { SelectField } from '@/app/_ui/select'
import type { Translate } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import type { Choice, Vocabulary } from '@/lib/rules'
import { type Action, assigneeWays } from '@/lib/rules/shared'
import { priorities } from '@/lib/tickets/shared'

type ActionFieldsProps = { action: Action | null; vocabulary: Vocabulary; locale: string; t: Translate }

/** What a rule does: a ticket and how, or none. The rest is shown only where it matters. */
export function ActionFields({ action, vocabulary, locale, t }: ActionFieldsProps) {
  const open = action?.do === 'open' ? action : null
  const options = (choices: Choice[]) => choices.map((one) => ({ value: one.slug, label: named(one, locale) }))
  return (
    <div className="grid gap-4 [&:has([name=do][value=none]:checked)_.when-open]:hidden">
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {(['open', 'none'] as const).map((value) => (
          <label key={value} className="choice">
            <input
              type="radio"
              className="radio"
              name="do"
              value={value}
              defaultChecked={(action?.do ?? 'open') === value}
            />
            <span>
              {t(`rules.form.${value}`)}
              {value === 'none' ? <span className="help block">{t('rules.form.noneHint')}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <div className="when-open grid gap-4 tablet:grid-cols-2 [&:not(:has([name=assignee]_option[value=person]:checked))_.when-person]:hidden">
        <SelectField
          name="priority"
          label={t('rules.form.priority')}
          defaultValue={open?.priority ?? 'by_score'}
          options={[
            { value: 'by_score', label: t('rules.form.byScore') },
            ...priorities.map((value) => ({ value, label: t(`queue.priority.${value}`) })),
          ]}
        />
        <SelectField
          name="team"
          label={t('rules.form.team')}
          defaultValue={open?.team ?? 'owner'}
          options={[{ value: 'owner', label: t('rules.form.owner') }, ...options(vocabulary.team)]}
        />
        <SelectField
          name="assignee"
          label={t('rules.form.assignee')}
          defaultValue={open?.assignee.by ?? 'none'}
          options={assigneeWays.map((value) => ({ value, label: t(`rules.form.assigneeWay.${value}`) }))}
        />
        <div className="when-person">
          <SelectField
            name="person"
            label={t('rules.form.person')}
            defaultValue={open?.assignee.by === 'person' ? open.assignee.user : ''}
            options={options(vocabulary.person)}
          />
        </div>
        <SelectField
          name="slaPolicy"
          label={t('rules.form.policy')}
          defaultValue={open?.slaPolicy ?? ''}
          placeholder={t('rules.form.policyOwn')}
          options={options(vocabulary.policy)}
        />
      </div>
    </div>
  )
}
