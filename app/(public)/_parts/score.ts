import { type Locale, translator } from '@/lib/i18n'
import { categoryOf } from '@/lib/surveys/shared'
import { type Html, html } from './html'

const shapes = {
  detractor: [
    'det',
    'M5 1.5h16a3 3 0 0 1 3 3v13.2a3 3 0 0 1-1.5 2.6l-8 4.8a3 3 0 0 1-3 0l-8-4.8A3 3 0 0 1 2 17.7V4.5a3 3 0 0 1 3-3z',
    16.2,
  ],
  passive: ['pas', 'M5 3.5h16a3 3 0 0 1 3 3v15a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3v-15a3 3 0 0 1 3-3z', 18.6],
  promoter: [
    'pro',
    'M11.5 2.9a3 3 0 0 1 3 0l8 4.8a3 3 0 0 1 1.5 2.6v13.2a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V10.3a3 3 0 0 1 1.5-2.6z',
    20.6,
  ],
} as const

/** A score in its shape; what it stands beside says it in words. */
export function scoreShape(score: number, large = false): Html {
  const [band, path, baseline] = shapes[categoryOf(score)]
  return html`<span class="score ${band}${large ? ' lg' : ''}"><svg viewBox="0 0 26 28" aria-hidden="true"><path d="${path}"/><text x="13" y="${baseline}">${score}</text></svg></span>`
}

/** "3 de 10" */
export const scoreWords = (score: number, locale: Locale): string => translator(locale)('survey.score', { score })
