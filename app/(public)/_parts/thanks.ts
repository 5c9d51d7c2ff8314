import type { NextStep, SurveyDoor } from '@/lib/doors'
import { type Formatter, formatter, type Locale, translator } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import { html } from './html'
import { type Around, ownAnswer } from './own-answer'
import type { Sheet } from './sheet'

type Thanks = Extract<SurveyDoor, { shows: 'thanks' }>

/** After the answer: thanks, the truth about what comes next, the answer itself and for a day the way to change it. */
export function thanks({ page, own, next }: Thanks, changed: boolean, around: Around): Pick<Sheet, 'title' | 'body'> {
  const { locale, organization, texts } = page
  const t = translator(locale)
  const format = formatter({ locale, country: organization.country, timeZone: organization.timeZone })
  const sentences = next ? (own?.kind === 'recovery' ? [verdict(next, own.solved, locale)] : coming(next, format)) : []
  const title = t('survey.thanks.title')
  return {
    title,
    body: html`<div class="say"><h1>${title}</h1>
<p>${changed ? t('survey.thanks.changed') : sentences.length > 0 ? sentences.join(' ') : texts.thanks}</p>
${changed && sentences.length > 0 ? html`<p>${sentences.join(' ')}</p>` : null}
${next ? html`<a class="btn" href="/t/${next.token}?lang=${locale}"${around.framed ? html` target="_blank" rel="noopener"` : null}>${t('survey.thanks.followCase')}</a>` : null}</div>
${own ? ownAnswer(own, page, around) : null}`,
  }
}

function coming(next: NextStep, format: Formatter): string[] {
  const { locale } = format.place
  const t = translator(locale)
  const number = t('survey.thanks.case', { number: String(next.number) })
  const team = named(next.team, locale)
  if (next.writes === 'not_allowed') return [number, t('survey.thanks.noContact')]
  if (next.writes === 'no_address') return [number, t('survey.thanks.noAddress')]
  return [
    number,
    next.replyBy
      ? t('survey.thanks.reply', { team, day: format.longDay(next.replyBy), time: format.time(next.replyBy) })
      : t('survey.thanks.replySoon', { team }),
  ]
}

function verdict(next: NextStep, solved: string | null, locale: Locale): string {
  const t = translator(locale)
  if (next.status === 'open') return t('survey.thanks.reopened')
  return solved === 'yes' ? t('survey.thanks.solved') : t('survey.thanks.closed')
}
