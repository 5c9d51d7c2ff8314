import type { Again, SurveyDoor } from '@/lib/doors'
import { formatter, type Locale, locales, negotiate, translator } from '@/lib/i18n'
import { html } from './html'
import { otherLanguages } from './language'
import { ownAnswer } from './own-answer'
import { says } from './says'
import { privacy, type Sheet } from './sheet'
import { surveyForm } from './survey-form'
import { thanks } from './thanks'

type View = { request: Request; door: SurveyDoor; held: Again | null; once: string; now: Date }
type Shown = Pick<Sheet, 'title' | 'body' | 'foot' | 'status'>

/** The page behind a survey's address, whatever stands there now. */
export function surveySheet(view: View): Sheet {
  const { request, door } = view
  const asked = new URL(request.url).searchParams
  const locale = door.page?.locale ?? localeOf(request)
  const shown = shownBy(view, asked)
  return {
    locale,
    brand: door.page?.organization.name ?? null,
    aside: otherLanguages(request, locale, door.page?.languages ?? locales),
    shows: door.shows,
    framed: asked.get('embed') === '1',
    ...shown,
    foot: [door.page ? privacy(locale, door.page.organization.name) : null, shown.foot],
  }
}

const localeOf = (request: Request): Locale => {
  const asked = new URL(request.url).searchParams.get('lang')
  return locales.find((locale) => locale === asked) ?? negotiate(request.headers.get('accept-language'))
}

function shownBy({ request, door, held, once, now }: View, asked: URLSearchParams): Shown {
  const embed = asked.get('embed') === '1' ? '1' : null
  if (door.shows === 'form') {
    const { page, known } = door
    const t = translator(page.locale)
    const filled = { score: asked.get('score'), solved: asked.get('solved'), email: null }
    const hidden = { lang: page.locale, touchpoint: page.touchpoint?.slug ?? null, once: known ? null : once, embed }
    const stop = known && [
      html`<a href="/s/${page.survey.slug}?lang=${page.locale}">${t('survey.notYou')}</a>`,
      known.stop ? html`<a href="/u/${known.stop}?lang=${page.locale}">${t('survey.stop')}</a>` : null,
    ]
    const title = held ? `${t('survey.error.title')}: ${page.texts.question}` : page.texts.question
    const recovers = page.survey.kind === 'recovery'
    return {
      title,
      body: surveyForm({ page, known, held, filled, hidden }),
      foot: recovers ? stop?.[1] : stop,
    }
  }
  if (door.shows === 'change') {
    const { page, own } = door
    const t = translator(page.locale)
    const filled = {
      score: String(own.score),
      comment: own.comment,
      commentType: own.commentType,
      reason: own.reasons,
    }
    const hidden = { lang: page.locale, c: asked.get('c'), embed }
    return {
      title: t('survey.change.title'),
      body: surveyForm({ page, known: null, held, filled, hidden, change: true }),
    }
  }
  if (door.shows === 'thanks')
    return thanks(door, asked.has('changed'), { change: door.change, framed: embed !== null, now })
  return state(door, localeOf(request), { posted: held !== null, framed: embed !== null, now })
}

type StateDoor = Exclude<SurveyDoor, { shows: 'form' | 'change' | 'thanks' }>

type Met = { posted: boolean; framed: boolean; now: Date }

function state(door: StateDoor, asked: Locale, { posted, framed, now }: Met): Shown {
  const locale = door.page?.locale ?? asked
  const t = translator(locale)
  if (door.shows === 'unknown') {
    const title = t('survey.state.unknown.title')
    return { title, body: says(title, t('survey.state.unknown.text')), status: 404 }
  }
  const { page } = door
  const format = formatter({ locale, country: page.organization.country, timeZone: page.organization.timeZone })
  const title = t(`survey.state.${door.shows}.title`)
  // A spent link is no error to look at; to post to it once more is.
  const status = posted ? (door.shows === 'answered' ? 409 : 410) : 200
  if (door.shows === 'answered') {
    const text = door.own ? t('survey.state.answered.text', { day: format.longDay(door.own.receivedAt) }) : ''
    return {
      title,
      body: says(title, text, door.own ? ownAnswer(door.own, page, { change: door.change, framed, now }) : null),
      status,
    }
  }
  if (door.shows === 'expired') {
    const day = door.until ? format.longDay(door.until) : ''
    const open = page.survey.status === 'live' && page.survey.kind !== 'recovery'
    const anyway = open
      ? html`<p class="act"><a class="btn first" href="/s/${page.survey.slug}?lang=${locale}">${t('survey.state.anyway')}</a></p>`
      : null
    return { title, body: says(title, t('survey.state.expired.text', { day }), anyway), status }
  }
  return { title, body: says(title, t(`survey.state.${door.shows}.text`)), status }
}
