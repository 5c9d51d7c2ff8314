import { Field } from '@/app/_ui/field'
import { Input } from '@/app/_ui/input'
import { Tabs } from '@/app/_ui/tabs'
import { Textarea } from '@/app/_ui/textarea'
import { isLocale, type Locale, type Translate, translator } from '@/lib/i18n'
import { houseTexts, type OwnTexts, type SurveyDetail, type TextKey, textKeys, textsFor } from '@/lib/surveys'
import { DeedButton, DeedForm } from '../../rules/_parts/deed-form'
import { saveTexts } from '../actions'
import { Reading } from './reading'

type Props = { survey: SurveyDetail; organization: string; language: Locale; locale: Locale; t: Translate }

/** The texts of one language, and beside them how they read. */
export function Texts({ survey, organization, language, t }: Props) {
  const languages = survey.languages.filter(isLocale)
  const own = (survey.texts as OwnTexts)[language] ?? {}
  const house = houseTexts(survey.kind, organization, language)
  const keys = textKeys.filter((key) => survey.kind !== 'recovery' || key !== 'thanks')
  const label = (key: TextKey) => t(`surveys.texts.${key}`)
  return (
    <section className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="sec">{t('surveys.texts.title')}</h2>
        <p className="max-w-[68ch] text-13 text-2">{t('surveys.texts.text')}</p>
      </div>
      <Tabs
        label={t('surveys.texts.languages')}
        items={languages.map((one) => ({
          label: translator(one)('survey.language'),
          href: `/surveys/${survey.slug}?texts=${one}`,
          current: one === language,
        }))}
      />
      <div className="grid gap-8 desk:grid-cols-2">
        <DeedForm
          key={`${language} ${survey.version}`}
          deed={saveTexts}
          done={t('surveys.texts.saved')}
          offline={t('surveys.offline')}
          labels={Object.fromEntries(keys.map((key) => [key, label(key)]))}
          className="grid content-start gap-4"
        >
          <input type="hidden" name="survey" value={survey.slug} />
          <input type="hidden" name="version" value={survey.version} />
          <input type="hidden" name="language" value={language} />
          {keys.map((key) => (
            <Field key={key} id={`text-${key}`} label={label(key)}>
              {(aria) => {
                const its = {
                  ...aria,
                  name: key,
                  lang: language,
                  maxLength: 300,
                  defaultValue: own[key] ?? '',
                  placeholder: house[key],
                }
                return key === 'greeting' ? <Textarea rows={3} {...its} /> : <Input autoComplete="off" {...its} />
              }}
            </Field>
          ))}
          <div>
            <DeedButton variant="primary" busy={t('common.saving')}>
              {t('surveys.texts.save')}
            </DeedButton>
          </div>
        </DeedForm>
        <Reading
          texts={textsFor({ kind: survey.kind, texts: survey.texts as OwnTexts }, organization, language)}
          language={language}
          title={t('surveys.texts.preview')}
        />
      </div>
    </section>
  )
}
