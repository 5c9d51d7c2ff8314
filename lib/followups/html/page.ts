import { type Clean, sanitizerVersion } from './sanitize'

// Plain paper: what a mail says of its own colours stays readable on it, in either theme.
const style = `html{color-scheme:light;background:#fff}body{margin:0;padding:12px;color:#1b1b1f;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 8px;padding-left:12px;border-left:3px solid #d5d5dd;color:#55555f}pre{white-space:pre-wrap}`

/** The document for the frame in which a mail is shown. */
export const framed = ({ html }: Clean, language: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta name="generator" content="lazo-mail/${sanitizerVersion}"><style>${style}</style></head><body>${html}</body></html>`

/** The policy under which it is shown: nothing runs, nothing is fetched but pictures when they were asked for, only our own page may frame it. */
export const framePolicy = (images: boolean): string =>
  [
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    `img-src data:${images ? ' https: http:' : ''}`,
    "style-src 'unsafe-inline'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
