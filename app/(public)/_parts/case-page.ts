import type { Again, CaseDoor } from '@/lib/doors'
import { type Formatter, formatter, isLocale, locales, translator } from '@/lib/i18n'
import { attributes, type Html, html, type Part } from './html'
import { otherLanguages } from './language'
import { firstName, loop } from './loop'
import { privacy, type Sheet } from './sheet'
import { typedIn, wrong } from './typed'

type View = { request: Request; door: CaseDoor; held: Again | null; now: Date }

/** The customer's own page: where the case stands, who has it, what was said, and room to answer. */
export function caseSheet({ request, door, held, now }: View): Sheet {
  const asked = new URL(request.url).searchParams
  const locale = [held?.values.lang?.[0], asked.get('lang')].find(isLocale) ?? door.locale
  const { organization } = door
  const t = translator(locale)
  const format = formatter({ locale, country: organization.country, timeZone: organization.timeZone })
  const title = titleOf(door, locale)
  // What was done stands at the top already.
  const talk = door.conversation.filter(({ from, text }) => from === 'you' || text !== door.summary)
  const ends = door.linkEndsAt ? t('case.ends', { day: format.longDay(door.linkEndsAt) }) : t('case.yours')
  const stop = door.unsubscribeToken
    ? html`<a href="/u/${door.unsubscribeToken}?lang=${locale}">${t('case.stop')}</a>`
    : null
  return {
    locale,
    title: `${title} · ${t('case.number', { number: String(door.number) })}`,
    brand: organization.name,
    aside: [
      html`<span>${t('case.number', { number: String(door.number) })}</span> `,
      otherLanguages(request, locale, locales),
    ],
    shows: 'case',
    foot: [privacy(locale, organization.name), stop, html`<span>${ends}</span>`],
    body: html`<h1>${title}</h1>
${byline(door, locale)}
<p class="words" role="status">${sayOf(door, asked.get('said'), format)}</p>
${door.summary ? html`<p class="words">${door.summary}</p>` : null}
${actions(door, locale)}
<section><h2 class="sec">${t('case.loop.title')}</h2>${loop(door, format, now)}</section>
${door.said ? html`<section><h2 class="sec">${t('case.said')}</h2><blockquote class="quote">“${door.said.text}”</blockquote></section>` : null}
<section><h2 class="sec">${t('case.talk')}</h2>
${talk.length > 0 ? html`<ol class="cv">${talk.map(message)}</ol>` : html`<p class="t3">${t('case.talkEmpty')}</p>`}
${door.mayWrite ? writing(door, held, locale) : null}</section>`,
  }

  function message(one: CaseDoor['conversation'][number]): Html {
    const who = one.from === 'you' ? t('case.you') : (firstName(one.name) ?? organization.name)
    return html`<li><h3>${who} <time datetime="${one.at.toISOString()}">${format.near(one.at, now)}</time></h3><p>${one.text}</p></li>`
  }
}

type Language = (typeof locales)[number]

function titleOf({ status, customer }: CaseDoor, locale: Language): string {
  const t = translator(locale)
  const name = firstName(customer)
  return name ? t(`case.title.${status}Named`, { name }) : t(`case.title.${status}`)
}

function byline({ assignee, team, organization }: CaseDoor, locale: Language): Html {
  const t = translator(locale)
  const words = assignee
    ? t('case.by', { name: assignee, organization: organization.name })
    : t('case.team', { team, organization: organization.name })
  const initials = (assignee ?? team)
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase()
  return html`<p class="by"><span class="who" aria-hidden="true">${initials}</span><span>${words}</span></p>`
}

function sayOf(door: CaseDoor, said: string | null, format: Formatter): string {
  const t = translator(format.place.locale)
  if (said === 'reopened' && door.status === 'open') return t('case.say.reopened')
  if (said === 'sent') return t('case.say.sent')
  if (door.status === 'waiting') return t('case.say.waiting')
  if (door.status === 'resolved') return t('case.say.resolved')
  if (door.status === 'closed') return door.outcome === 'no_answer' ? t('case.say.noAnswer') : t('case.say.closed')
  if (door.replyBy) return t('case.say.replyBy', { day: format.longDay(door.replyBy), time: format.time(door.replyBy) })
  const reached = door.steps.some(({ name, state }) => name === 'contact' && state === 'done')
  return reached ? t('case.say.working') : t('case.say.soon')
}

function actions(door: CaseDoor, locale: Language): Part {
  if (!door.mayReopen) return null
  const t = translator(locale)
  const yes = door.verdictPath
    ? html`<a class="btn first" href="${door.verdictPath}?solved=yes&amp;lang=${locale}">${t('case.yes')}</a>`
    : null
  const words = door.status === 'closed' ? t('case.notSolved') : t('case.notYet')
  return html`<div class="act">${yes}<form method="post">${hidden('intent', 'reopen')}${hidden('lang', locale)}<button class="btn" type="submit">${words}</button></form></div>`
}

const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`

function writing(door: CaseDoor, held: Again | null, locale: Language): Html {
  const t = translator(locale)
  const typed = typedIn(held, {}, locale)
  const error = typed.error('text')
  const name = firstName(door.assignee)
  const area = attributes({
    id: 'text',
    name: 'text',
    rows: 3,
    'aria-describedby': error ? 'text-error text-hint' : 'text-hint',
    'aria-invalid': error ? 'true' : null,
    autofocus: error !== null,
  })
  return html`<form method="post" novalidate accept-charset="utf-8" data-answer="known">
<div class="field"><label for="text">${name ? t('case.write', { name }) : t('case.writeTeam')}</label>${wrong('text-error', error)}<textarea${area}>
${typed.value('text') ?? ''}</textarea><span class="hint" id="text-hint">${door.mayReopen ? t('case.writeReopens') : t('case.writeHint')}</span></div>
${hidden('intent', 'message')}${hidden('lang', locale)}
<button class="btn send" type="submit" data-busy="${t('case.sending')}">${t('case.send')}</button></form>`
}
