import { translator } from '@/lib/i18n'
import { templates } from '@/lib/journeys'

/** The journeys that Lazo ships; native radios, so that a choice needs no script. */
export function TemplateChoice({ locale }: { locale: 'es' | 'en' }) {
  const t = translator(locale)
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{t('setup.field.template')}</legend>
      {templates.map(({ slug, name, text, stages }, at) => (
        <label
          key={slug}
          className="flex cursor-pointer items-start gap-3 rounded-3 border border-line p-4 has-checked:border-accent-fill has-checked:bg-accent-soft"
        >
          <input type="radio" className="radio mt-0.5" name="template" value={slug} defaultChecked={at === 0} />
          <span className="grid gap-1">
            <span className="font-medium">{name[locale]}</span>
            <span className="text-13 text-2">{text[locale]}</span>
            <span className="num text-12 text-2">
              {t('setup.touchpoints', {
                stages: stages.length,
                touchpoints: stages.reduce((sum, stage) => sum + stage.touchpoints.length, 0),
              })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
