import { type Locale, translator } from '@/lib/i18n'
import type { SurveyTexts } from '@/lib/surveys'

/** How a survey reads, in small: a picture in words, nothing in it can be pressed. */
export function Reading({ texts, language, title }: { texts: SurveyTexts; language: Locale; title: string }) {
  const t = translator(language)
  const bands = [
    ['0–6', texts.detractor],
    ['7–8', texts.passive],
    ['9–10', texts.promoter],
  ]
  return (
    <figure className="card grid content-start gap-5 self-start" lang={language}>
      <figcaption className="text-12 text-3">{title}</figcaption>
      <p className="text-balance font-semibold text-22">{texts.question}</p>
      <div className="grid gap-2">
        <ol className="grid grid-cols-11 gap-1" aria-hidden="true">
          {Array.from({ length: 11 }, (_, score) => String(score)).map((score) => (
            <li key={score} className="num grid h-9 place-items-center rounded-2 border border-line-control text-14">
              {score}
            </li>
          ))}
        </ol>
        <p className="flex justify-between gap-4 text-12 text-3">
          <span>{t('survey.low', { words: texts.low })}</span>
          <span className="text-end">{t('survey.high', { words: texts.high })}</span>
        </p>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-14">
        {bands.map(([band, text]) => (
          <div key={band} className="contents">
            <dt className="num text-3">{band}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="border-line border-t pt-4 text-14 text-2">
        <b className="font-medium text-1">{texts.subject}</b>
        <br />
        {texts.greeting}
      </p>
    </figure>
  )
}
