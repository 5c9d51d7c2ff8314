import Link from 'next/link'
import { Form, Submit } from '@/app/_ui/form'
import { translator } from '@/lib/i18n'
import { foundSample } from '../actions'

type ChoiceProps = { locale: 'es' | 'en'; sample: boolean; local: boolean }

const tile =
  'grid min-h-11 w-full place-items-center rounded-2 border border-line-control px-2 text-center text-14 aria-[current]:border-accent-fill aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:outline aria-[current]:outline-accent-fill'

/** One's own company, or the sample one: loaded by this very click where no code is asked for. */
export function Choice({ locale, sample, local }: ChoiceProps) {
  const t = translator(locale)
  return (
    <section className="mb-8 grid gap-2" aria-label={t('setup.choice')}>
      <div className="grid grid-cols-2 gap-2">
        <Link href={`/setup?lang=${locale}`} aria-current={sample ? undefined : 'true'} className={tile} scroll={false}>
          {t('setup.own')}
        </Link>
        {local && !sample ? (
          <Form answer={foundSample} offline={t('settings.offline')}>
            <input type="hidden" name="lang" value={locale} />
            <Submit
              busy={t('setup.sampleBusy')}
              variant="default"
              className="w-full"
              size="md"
              style={{ minHeight: 44 }}
            >
              {t('setup.sampleSubmit')}
            </Submit>
          </Form>
        ) : (
          <Link
            href={`/setup?with=sample&lang=${locale}`}
            aria-current={sample ? 'true' : undefined}
            className={tile}
            scroll={false}
          >
            {t('setup.sample')}
          </Link>
        )}
      </div>
      {sample ? null : (
        <p className="text-13 text-3">
          {t('setup.sampleLine')}{' '}
          <Link className="link" href={`/setup?with=sample&lang=${locale}`} scroll={false}>
            {t('setup.sampleWhat')}
          </Link>
        </p>
      )}
    </section>
  )
}
