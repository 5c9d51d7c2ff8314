import { translator } from '@/lib/i18n'
import { templates } from '@/lib/journeys'

type ChoiceProps = { locale: 'es' | 'en'; blank?: { name: string; text: string } }

/** The journeys that Lazo ships, and none if that is offered; native radios, so that a choice needs no script. */
export function TemplateChoice({ locale, blank }: ChoiceProps) {
  const t = translator(locale)
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{t('setup.field.template')}</legend>
      {templates.map(({ slug, name, text, stages }, at) => (
        <Tile
          key={slug}
          value={slug}
          first={at === 0}
          name={name[locale]}
          text={text[locale]}
          size={t('setup.touchpoints', {
            stages: stages.length,
            touchpoints: stages.reduce((sum, stage) => sum + stage.touchpoints.length, 0),
          })}
        />
      ))}
      {blank ? <Tile value="blank" {...blank} /> : null}
    </fieldset>
  )
}

type TileProps = { value: string; first?: boolean; name: string; text: string; size?: string }

const Tile = ({ value, first, name, text, size }: TileProps) => (
  <label className="flex cursor-pointer items-start gap-3 rounded-3 border border-line p-4 has-checked:border-accent-fill has-checked:bg-accent-soft">
    <input type="radio" className="radio mt-0.5" name="template" value={value} defaultChecked={first} />
    <span className="grid gap-1">
      <span className="font-medium">{name}</span>
      <span className="text-13 text-2">{text}</span>
      {size ? <span className="num text-12 text-2">{size}</span> : null}
    </span>
  </label>
)
