import type { EffectKind } from '@/lib/desk/shared'
import { effectKinds, type Variable, variableNames, variables } from '@/lib/desk/shared'
import { type Translate, translator } from '@/lib/i18n'
import type { PreviewWords } from './macro-preview'
import type { Insertable } from './words-field'

/** The variables as chips, written in the language of the words that they go into. */
export const insertables = (t: Translate, language: 'es' | 'en'): Insertable[] =>
  variableNames.map((name) => {
    const label = t(`macros.variable.${name}`)
    const variable = language === 'es' ? variables[name] : name
    return { variable, label, says: t('macros.insertOne', { name: label }) }
  })

/** What the preview says. */
export const previewWords = (t: Translate): PreviewWords => ({
  title: t('macros.preview.title'),
  text: t('macros.preview.text'),
  empty: t('macros.preview.empty'),
  does: t('macros.preview.does'),
  unknown: t('macros.preview.unknown'),
  language: t('macros.preview.language'),
  languages: { es: t('macros.language.es'), en: t('macros.language.en') },
  effect: Object.fromEntries(
    effectKinds.map((kind) => [kind, t(`macros.effect.${kind}`, { name: '{name}' })]),
  ) as Record<EffectKind, string>,
  examples: { es: examples('es'), en: examples('en') },
})

const examples = (language: 'es' | 'en') =>
  Object.fromEntries(variableNames.map((name) => [name, translator(language)(`macros.example.${name}`)])) as Record<
    Variable,
    string
  >
