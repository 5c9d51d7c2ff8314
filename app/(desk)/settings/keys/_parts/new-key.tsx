import { Plus } from 'lucide-react'
import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Submit } from '@/app/_ui/form'
import { FormChecks, FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import { scopes } from '@/lib/identity/shared'
import { MadeOnce } from '../../_parts/made-once'
import { copyWords } from '../../_parts/words'
import { makeKey } from '../actions'

/** Makes a key and shows it this once. */
export function NewKey({ locale }: { locale: 'es' | 'en' }) {
  const t = translator(locale)
  return (
    <DialogButton
      variant="primary"
      icon={<Plus className="i" aria-hidden="true" />}
      label={t('settings.keys.new')}
      title={t('settings.keys.new')}
      closeLabel={t('common.close')}
    >
      <MadeOnce
        answer={makeKey}
        offline={t('settings.offline')}
        className="grid gap-5"
        line={{ label: t('settings.keys.made'), hint: t('settings.keys.madeHint'), words: copyWords(t) }}
      >
        <FormText
          name="name"
          label={t('settings.keys.name')}
          hint={t('settings.keys.nameHint')}
          autoComplete="off"
          required
        />
        <FormChecks
          name="scopes"
          legend={t('settings.keys.scopes')}
          stacked
          defaultValue={['responses:write']}
          options={scopes.map((value) => ({ value, label: t(`settings.keys.scope.${value}`), hint: value }))}
        />
        <FormText
          name="rate"
          inputMode="numeric"
          label={t('settings.keys.rate')}
          hint={t('settings.keys.rateHint')}
          defaultValue="1000"
        />
        <DialogFoot>
          <Submit busy={t('settings.keys.creating')}>{t('settings.keys.create')}</Submit>
        </DialogFoot>
      </MadeOnce>
    </DialogButton>
  )
}
