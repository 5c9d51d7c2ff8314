import type { Again, Known } from '@/lib/doors'
import { type Locale, translator } from '@/lib/i18n'
import type { Reason, SurveyPage } from '@/lib/surveys'
import { commentTypes } from '@/lib/surveys/shared'
import { attributes, Html, html } from './html'
import { scale, solvedChoice } from './scale'
import { type Typed, typedIn, wrong } from './typed'

type Form = {
  page: SurveyPage
  known: Known | null
  held: Again | null
  /** What stands in the fields at first. */
  filled: Record<string, string | string[] | null>
  /** Fields that travel along unseen. */
  hidden: Record<string, string | null>
  /** The customer changes an answer that we have: no contact choice, another button. */
  change?: boolean
}

/** The form of a survey, complete without JavaScript: what belongs to a band of scores appears with the choice. */
export function surveyForm({ page, known, held, filled, hidden, change = false }: Form): Html {
  const { locale, texts } = page
  const t = translator(locale)
  const recovery = page.survey.kind === 'recovery'
  const typed = typedIn(held, filled, locale)
  const fields = Object.entries(hidden).filter(([, value]) => value)
  const starts = known && !known.began ? 'new' : 'known'
  return html`<form method="post" novalidate accept-charset="utf-8" data-answer="${starts}">
${typed.error('form') ? html`<p class="notice" role="alert">${typed.error('form')}</p>` : null}
${recovery ? solvedChoice(locale, typed.value('solved'), typed.error('solved')) : null}
<div>${context(page)}${scale({
    locale,
    question: recovery ? html`<h2 class="q">${texts.question}</h2>` : html`<h1>${texts.question}</h1>`,
    low: texts.low,
    high: texts.high,
    chosen: typed.value('score'),
    error: typed.error('score'),
  })}</div>
${commentField(page, typed)}
${reasons(page, typed)}
${recovery ? null : kinds(locale, typed)}
${recovery || change ? null : contact(page, known, typed)}
<div class="trap" aria-hidden="true"><label>${t('survey.honeypot')}<input name="website" tabindex="-1" autocomplete="off"></label></div>
${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="btn first send" type="submit" data-busy="${t('survey.sending')}">${t(change ? 'survey.change.send' : 'survey.send')}</button>
</form>`
}

const context = ({ touchpoint, survey }: SurveyPage) =>
  touchpoint && survey.kind !== 'recovery' ? html`<p class="ctx">${touchpoint.name}</p>` : null

function commentField({ locale, texts }: SurveyPage, typed: Typed): Html {
  const t = translator(locale)
  const error = typed.error('comment')
  const area = attributes({
    id: 'comment',
    name: 'comment',
    rows: 4,
    'aria-invalid': error ? 'true' : null,
    'aria-describedby': error ? 'comment-error' : null,
    autofocus: error !== null,
  })
  // A line end right after the tag is not part of the text: one is given away so that the first typed one stays.
  return html`<div class="field"><label for="comment"><span data-for="any">${t('survey.comment.any')}</span><span data-for="det">${texts.detractor}</span><span data-for="pas">${texts.passive}</span><span data-for="pro">${texts.promoter}</span></label>${wrong('comment-error', error)}
<textarea${area}>
${typed.value('comment') ?? ''}</textarea></div>`
}

function reasons({ locale, reasons: offered }: SurveyPage, typed: Typed): Html {
  const t = translator(locale)
  const chosen = typed.values('reason')
  const group = (side: 'detractor' | 'promoter', bands: string, list: Reason[]) =>
    list.length === 0
      ? null
      : html`<fieldset data-for="${bands}"><legend><span class="smart">${t(`survey.reasons.${side}`)}</span><span class="plain">${t(`survey.reasons.${side}Plain`)}</span></legend>
<div class="rs">${list.map(({ slug, name }) => chip('checkbox', 'reason', slug, name, chosen.includes(slug)))}</div></fieldset>`
  return html`${group('detractor', 'det pas', offered.detractor)}${group('promoter', 'pro', offered.promoter)}`
}

function kinds(locale: Locale, typed: Typed): Html {
  const t = translator(locale)
  const chosen = typed.value('commentType')
  return html`<fieldset><legend>${t('survey.comment.kind')}</legend>
<div class="rs">${commentTypes.map((kind) => chip('radio', 'commentType', kind, t(`survey.comment.${kind}`), chosen === kind))}</div></fieldset>`
}

const chip = (type: 'checkbox' | 'radio', name: string, value: string, words: string, checked: boolean) =>
  html`<label class="r"><input${attributes({ type, name, value, checked })}><span>${words}</span></label>`

function contact({ locale, organization }: SurveyPage, known: Known | null, typed: Typed): Html {
  const t = translator(locale)
  if (known?.address) {
    const checked = typed.again ? typed.value('contact') === 'yes' : organization.contactDefault
    const words = t.markup('survey.contact.known', {
      address: known.address.replace(/[<>&"']/g, ''),
      b: (inner) => `<b>${inner}</b>`,
    })
    return html`<div class="ok"><input${attributes({ type: 'checkbox', id: 'contact', name: 'contact', value: 'yes', checked, 'aria-describedby': 'contact-hint' })}><div><label for="contact">${new Html(words)}</label><span class="hint" id="contact-hint">${t('survey.contact.hint')}</span></div></div>`
  }
  const error = typed.error('email')
  const input = attributes({
    class: 'text',
    type: 'email',
    id: 'email',
    name: 'email',
    autocomplete: 'email',
    value: typed.value('email'),
    'aria-invalid': error ? 'true' : null,
    'aria-describedby': error ? 'email-error email-hint' : 'email-hint',
    autofocus: error !== null,
  })
  return html`<div class="field"><label for="email">${t('survey.contact.email')}</label>${wrong('email-error', error)}<input${input}><span class="hint" id="email-hint">${t('survey.contact.emailHint')}</span></div>`
}
