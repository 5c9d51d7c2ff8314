import { Form, Submit } from '@/app/_ui/form'
import { translator } from '@/lib/i18n'
import { foundSample } from '../actions'
import { CodeField } from './code-field'

/** A year of a company that does not exist, one click away. */
export function SampleCompany({ locale, local }: { locale: 'es' | 'en'; local: boolean }) {
  const t = translator(locale)
  return (
    <Form answer={foundSample} offline={t('settings.offline')} className="grid gap-5">
      <input type="hidden" name="lang" value={locale} />
      <section className="grid gap-1" aria-labelledby="sample">
        <h2 id="sample" className="font-semibold text-15">
          {t('setup.sampleHeading')}
        </h2>
        <p className="max-w-[60ch] text-2">{t('setup.sampleText')}</p>
      </section>
      <CodeField locale={locale} local={local} />
      <div className="grid justify-items-start gap-2">
        <Submit busy={t('setup.sampleBusy')} size="touch">
          {t('setup.sampleSubmit')}
        </Submit>
        <p className="text-13 text-3">{t('setup.sampleHint')}</p>
      </div>
    </Form>
  )
}
