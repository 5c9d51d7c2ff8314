import { type Locale, translator } from '@/lib/i18n'
import { categoryOf } from '@/lib/surveys/shared'
import { attributes, type Html, html, type Part } from './html'
import { wrong } from './typed'

type Scale = {
  locale: Locale
  /** The heading that names the group. */
  question: Part
  low: string
  high: string
  chosen: string | null
  error: string | null
}

const bands = { detractor: 'det', passive: 'pas', promoter: 'pro' } as const

/** The question and its eleven numbers: native radio buttons named "3 out of 10", in no colour. */
export function scale({ locale, question, low, high, chosen, error }: Scale): Html {
  const t = translator(locale)
  const described = error ? 'score-error ends' : 'ends'
  const numbers = Array.from({ length: 11 }, (_, score) => {
    const input = attributes({
      type: 'radio',
      name: 'score',
      value: score,
      'data-band': bands[categoryOf(score)],
      'aria-label': t('survey.score', { score }),
      checked: chosen === String(score),
      'aria-invalid': error ? 'true' : null,
      autofocus: error !== null && score === 0,
    })
    return html`<label class="n"><input${input}><span>${score}</span></label>`
  })
  return html`<fieldset aria-describedby="${described}"><legend class="ask">${question}</legend>${wrong('score-error', error)}
<div class="scale">${numbers}</div>
<div class="ends" id="ends"><span>${t('survey.low', { words: low })}</span><span>${t('survey.high', { words: high })}</span></div></fieldset>`
}

/** Was it solved? Yes, partly, no. */
export function solvedChoice(locale: Locale, chosen: string | null, error: string | null): Html {
  const t = translator(locale)
  const options = (['yes', 'partly', 'no'] as const).map((word) => {
    const input = attributes({
      type: 'radio',
      name: 'solved',
      value: word,
      checked: chosen === word,
      'aria-invalid': error ? 'true' : null,
      autofocus: error !== null && word === 'yes',
    })
    return html`<label class="n"><input${input}><span>${t(`survey.solved.${word}`)}</span></label>`
  })
  return html`<fieldset${attributes({ 'aria-describedby': error ? 'solved-error' : null })}><legend class="ask"><h1>${t('survey.solved.question')}</h1></legend>${wrong('solved-error', error)}
<div class="scale three">${options}</div></fieldset>`
}
