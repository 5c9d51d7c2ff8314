import { type Locale, translator } from '@/lib/i18n'
import { attributes, Html, html, type Part } from './html'
import { script } from './script'
import { style } from './style'

export type Sheet = {
  locale: Locale
  title: string
  /** The organization's name; a page that may not say whose it is has none. */
  brand: string | null
  /** At the end of the first line: the other language, the case's number. */
  aside?: Part
  body: Part
  foot?: Part
  /** What the page shows, for the frame that may hold it. */
  shows: string
  framed?: boolean
  status?: number
}

/** A whole page as its answer: complete without JavaScript, styled within itself, never kept and never found by search. */
export function sheet(request: Request, its: Sheet): Response {
  const nonce = request.headers.get('x-nonce')
  const page = html`<!doctype html>
<html lang="${its.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<link rel="preload" as="font" type="font/woff2" href="/fonts/geist-latin.woff2" crossorigin>
<title>${its.title}${its.brand && !its.title.includes(its.brand) ? ` · ${its.brand}` : ''}</title>
<style${attributes({ nonce })}>${new Html(style)}</style>
</head>
<body data-shows="${its.shows}"${attributes({ class: its.framed ? 'framed' : null })}>
<div class="pub">
<header class="top"><span class="brand">${its.brand ?? ''}</span><div class="aside">${its.aside}</div></header>
<main>${its.body}</main>
<footer class="foot">${its.foot}</footer>
</div>
<script${attributes({ nonce })}>${new Html(script)}</script>
</body>
</html>
`
  return new Response(page.text, {
    status: its.status ?? 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': its.locale },
  })
}

/** What the house does with an answer, behind one word in the foot. */
export function privacy(locale: Locale, organization: string): Html {
  const t = translator(locale)
  return html`<details><summary>${t('survey.privacy.title')}</summary><p>${t('survey.privacy.text', { organization })}</p></details>`
}
