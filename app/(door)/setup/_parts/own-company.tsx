import type { ReactNode } from 'react'
import { Form, Submit } from '@/app/_ui/form'
import { FormSelect, FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import { foundOwn } from '../actions'
import { CodeField } from './code-field'
import { Place } from './place'
import { countryOptions, zoneOptions } from './places'
import { TemplateChoice } from './template-choice'

/** A company of one's own: what it is called, who administers it, which journey it begins with. */
export function OwnCompany({ locale, local }: { locale: 'es' | 'en'; local: boolean }) {
  const t = translator(locale)
  return (
    <Form answer={foundOwn} offline={t('settings.offline')} className="grid gap-10">
      <input type="hidden" name="lang" value={locale} />
      <CodeField locale={locale} local={local} />
      <Part title={t('setup.part.organization')}>
        <FormText
          name="company"
          label={t('setup.field.name')}
          hint={t('setup.field.nameHint')}
          autoComplete="organization"
          required
        />
        <FormSelect
          name="locale"
          label={t('setup.field.locale')}
          defaultValue={locale}
          options={[
            { value: 'es', label: 'Español' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Place
          labels={{ country: t('setup.field.country'), timeZone: t('setup.field.timeZone') }}
          countries={countryOptions(locale)}
          zones={zoneOptions()}
        />
      </Part>
      <Part title={t('setup.part.admin')} text={t('setup.part.adminText')}>
        <FormText name="name" label={t('setup.field.adminName')} autoComplete="name" required />
        <FormText
          name="email"
          type="email"
          label={t('setup.field.email')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <FormText
          name="password"
          type="password"
          label={t('setup.field.password')}
          hint={t('door.invitation.passwordHint')}
          autoComplete="new-password"
          required
        />
      </Part>
      <section className="grid gap-4">
        <Heading title={t('setup.part.journey')} text={t('setup.part.journeyText')} />
        <TemplateChoice locale={locale} />
      </section>
      <div className="grid justify-items-start gap-2">
        <Submit busy={t('setup.busy')} size="touch">
          {t('setup.submit')}
        </Submit>
        <p className="text-13 text-3">{t('setup.note')}</p>
      </div>
    </Form>
  )
}

const Part = ({ title, text, children }: { title: string; text?: string; children: ReactNode }) => (
  <section className="grid gap-4">
    <Heading title={title} text={text} />
    <div className="grid items-start gap-x-4 gap-y-5 tablet:grid-cols-2">{children}</div>
  </section>
)

const Heading = ({ title, text }: { title: string; text?: string | undefined }) => (
  <div className="grid gap-1">
    <h2 className="font-semibold text-15">{title}</h2>
    {text ? <p className="text-13 text-2">{text}</p> : null}
  </div>
)
