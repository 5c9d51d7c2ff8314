import { FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'

/** Asked only of those who come from another machine: the word that the console printed. */
export function CodeField({ locale, local }: { locale: 'es' | 'en'; local: boolean }) {
  const t = translator(locale)
  if (local) return null
  return (
    <FormText
      name="code"
      label={t('setup.field.code')}
      hint={t('setup.field.codeHint')}
      autoComplete="one-time-code"
      spellCheck={false}
      autoCapitalize="none"
      required
    />
  )
}
