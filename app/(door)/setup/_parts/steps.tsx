import { translator } from '@/lib/i18n'

const steps = ['organization', 'journey', 'teams', 'survey', 'rules', 'try'] as const

/** What will stand when this page is done. */
export function Steps({ locale }: { locale: 'es' | 'en' }) {
  const t = translator(locale)
  return (
    <ol aria-label={t('setup.steps.label')} className="grid">
      {steps.map((step, at) => (
        <li key={step} className="relative grid grid-cols-[24px_1fr] gap-3 pb-5">
          {at < steps.length - 1 ? (
            <span
              aria-hidden="true"
              className="absolute start-[11.5px] top-7 bottom-1 border-line-control border-s border-dashed"
            />
          ) : null}
          <span
            aria-hidden="true"
            className="num grid size-6 place-items-center rounded-full border border-line-control text-12 text-3"
          >
            {at + 1}
          </span>
          <span>
            <b className="block font-medium text-14 leading-6">{t(`setup.steps.${step}`)}</b>
            <span className="block text-12 text-3">{t(`setup.steps.${step}Text`)}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
