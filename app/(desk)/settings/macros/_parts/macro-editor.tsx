import type { ReactNode } from 'react'
import { Form, Submit } from '@/app/_ui/form'
import { FormSelect, FormText } from '@/app/_ui/form-field'
import type { Macro } from '@/lib/desk'
import { translator } from '@/lib/i18n'
import { otherOf } from '../../_parts/words'
import { keepMacro } from '../actions'
import { insertables, previewWords } from './editor-words'
import type { MacroChoices } from './macro-choices'
import { MacroPreview } from './macro-preview'
import { MacroProperties } from './macro-properties'
import { WordsField } from './words-field'

type EditorProps = {
  macro: Macro | null
  /** The organization's language: its words come first. */
  spoken: 'es' | 'en'
  locale: 'es' | 'en'
  choices: MacroChoices
}

/** A macro as a form, with what it does beside it. */
export function MacroEditor({ macro, spoken, locale, choices }: EditorProps) {
  const t = translator(locale)
  const deeds = macro?.deeds ?? {}
  const languages = [spoken, otherOf(spoken)] as const
  const ways = (['write', 'send', 'wait', 'resolve'] as const).map((value) => ({
    value,
    label: t(`macros.way.${value}`),
  }))
  const words = { insert: t('macros.insert') }
  return (
    <Form answer={keepMacro} offline={t('settings.offline')} done={t('macros.saved')} className="group grid gap-5">
      <div className="grid gap-8 desk:grid-cols-[minmax(0,640px)_minmax(280px,420px)] desk:gap-10">
        <div className="grid content-start gap-8">
          <input type="hidden" name="id" value={macro?.id ?? ''} />
          <input type="hidden" name="version" value={macro?.version ?? ''} />
          <div className="grid gap-5 tablet:grid-cols-2">
            <FormText
              name="name"
              label={t('macros.name')}
              hint={t('macros.nameHint')}
              defaultValue={macro?.name}
              required
            />
            <FormText
              name={`names.${otherOf(spoken)}`}
              label={t(`macros.nameOther.${spoken}`)}
              defaultValue={macro?.names[otherOf(spoken)]}
            />
            <FormSelect
              name="sharing"
              label={t('macros.sharing')}
              defaultValue={macro?.sharing === 'team' ? (macro.teamId ?? 'own') : (macro?.sharing ?? 'own')}
              options={choices.sharing}
            />
          </div>
          <Part title={t('macros.section.words')} text={t('macros.languageHint')}>
            {languages.map((language) => (
              <WordsField
                key={language}
                name={`reply.${language}`}
                label={t('macros.reply', { language: t(`macros.in.${language}`) })}
                defaultValue={deeds.reply?.texts[language] ?? ''}
                language={language}
                variables={insertables(t, language)}
                words={words}
              />
            ))}
            <FormSelect
              name="way"
              label={t('macros.way.label')}
              defaultValue={deeds.reply?.way ?? 'write'}
              options={ways}
            />
            <div className="hidden gap-5 group-has-[[name=way]_option[value=resolve]:checked]:grid">
              {languages.map((language) => (
                <WordsField
                  key={language}
                  name={`action.${language}`}
                  label={t('macros.action', { language: t(`macros.in.${language}`) })}
                  hint={t('macros.actionHint')}
                  defaultValue={deeds.action?.texts[language] ?? ''}
                  language={language}
                  rows={2}
                  variables={[]}
                  words={words}
                />
              ))}
            </div>
          </Part>
          <Part title={t('macros.section.note')} text={t('macros.noteHint')}>
            {languages.map((language) => (
              <WordsField
                key={language}
                name={`note.${language}`}
                label={t('macros.note', { language: t(`macros.in.${language}`) })}
                defaultValue={deeds.note?.texts[language] ?? ''}
                language={language}
                rows={3}
                variables={[]}
                words={words}
              />
            ))}
          </Part>
          <Part title={t('macros.section.changes')}>
            <MacroProperties deeds={deeds} choices={choices} t={t} />
          </Part>
          <div>
            <Submit busy={t('common.saving')}>{t(macro ? 'macros.save' : 'macros.create')}</Submit>
          </div>
        </div>
        <MacroPreview first={spoken} words={previewWords(t)} />
      </div>
    </Form>
  )
}

const Part = ({ title, text, children }: { title: string; text?: string; children: ReactNode }) => (
  <section className="grid gap-5 border-line border-t pt-6" aria-label={title}>
    <div>
      <h2 className="font-semibold text-15">{title}</h2>
      {text ? <p className="text-13 text-2">{text}</p> : null}
    </div>
    {children}
  </section>
)
