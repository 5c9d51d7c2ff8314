import { FormSelect, FormText } from '@/app/_ui/form-field'
import type { MacroDeeds } from '@/lib/desk/shared'
import type { Translate } from '@/lib/i18n'
import type { MacroChoices } from './macro-choices'

type PropertiesProps = { deeds: MacroDeeds; choices: MacroChoices; t: Translate }

/** What a macro changes of a ticket; what is left alone stays as it is. */
export function MacroProperties({ deeds, choices, t }: PropertiesProps) {
  const { status } = deeds
  const keep = t('macros.keep')
  const lists = ['team', 'touchpoint', 'assignee', 'priority', 'rootCause'] as const
  return (
    <div className="grid gap-5 tablet:grid-cols-2">
      {lists.map((name) => (
        <FormSelect
          key={name}
          name={name}
          label={t(`macros.field.${name}`)}
          placeholder={keep}
          defaultValue={deeds[name] ?? ''}
          options={choices[name]}
        />
      ))}
      <FormSelect
        name="snoozeHours"
        label={t('macros.field.snooze')}
        placeholder={keep}
        defaultValue={deeds.snoozeHours ? String(deeds.snoozeHours) : ''}
        options={choices.snooze}
      />
      <FormText
        name="tagsAdd"
        label={t('macros.field.tagsAdd')}
        hint={t('macros.field.tagsHint')}
        defaultValue={deeds.tags?.add.join(', ')}
      />
      <FormText
        name="tagsRemove"
        label={t('macros.field.tagsRemove')}
        hint={t('macros.field.tagsHint')}
        defaultValue={deeds.tags?.remove.join(', ')}
      />
      <FormSelect
        name="status"
        label={t('macros.field.status')}
        placeholder={keep}
        defaultValue={status?.to === 'discarded' ? `discarded:${status.reason}` : (status?.to ?? '')}
        options={choices.status}
      />
      <FormText
        name="reason"
        label={t('macros.field.reason')}
        hint={t('macros.field.reasonHint')}
        defaultValue={status && status.to !== 'discarded' ? status.reason : ''}
      />
    </div>
  )
}
