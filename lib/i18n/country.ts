import type { Locale } from './locale'

const spanish = new Set('AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE'.split(' '))

/** The locale whose digits a country writes: 2,291 in Mexico, 2.291 in Colombia, whichever language the reader has chosen. */
export function numberLocale(locale: Locale, country: string) {
  const code = country.toUpperCase()
  if (!/^[A-Z]{2}$/.test(code)) return locale
  return spanish.has(code) ? `es-${code}` : `${locale}-${code}`
}
