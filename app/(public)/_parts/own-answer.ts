import { formatter, translator } from '@/lib/i18n'
import type { OwnAnswer, SurveyPage } from '@/lib/surveys'
import { type Html, html } from './html'
import { scoreShape } from './score'

/** The word that changes the answer, while it can be changed; whether the page stands in somebody's frame. */
export type Around = { change: string | null; framed: boolean; now: Date }

/** What the customer said, and for a day the way to change it. */
export function ownAnswer(own: OwnAnswer, page: SurveyPage, { change, framed, now }: Around): Html {
  const { locale, organization } = page
  const t = translator(locale)
  const format = formatter({ locale, country: organization.country, timeZone: organization.timeZone })
  const solved = { yes: 'survey.own.solvedYes', partly: 'survey.own.solvedPartly', no: 'survey.own.solvedNo' } as const
  return html`<section class="own"><h2 class="sec">${t('survey.own.title')}</h2>
<p class="score">${scoreShape(own.score)}<span>${t('survey.own.score', { score: own.score })}</span></p>
${own.solved ? html`<p>${t(solved[own.solved])}</p>` : null}
${own.comment ? html`<blockquote class="quote">“${own.comment}”</blockquote>` : null}
${
  change
    ? html`<p class="t3">${t('survey.own.until', { at: format.near(own.until, now) })}</p><a class="btn" href="/s/${page.survey.slug}/change?c=${change}&amp;lang=${locale}${framed ? '&embed=1' : ''}">${t('survey.own.change')}</a>`
    : null
}</section>`
}
