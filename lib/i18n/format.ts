import { numberLocale } from './country'
import type { Locale } from './locale'
import { moment } from './moment'
import { span } from './span'

/** Where and for whom figures are written: never the machine's or the browser's guess. */
export type Place = {
  locale: Locale
  /** ISO 3166 country of the organization: it decides how digits are grouped. */
  country: string
  /** IANA zone of the reader (screens) or of the organization (letters). */
  timeZone: string
}

export type Formatter = ReturnType<typeof formatter>

/**
 * Writes dates, spans, numbers, percentages and money for one place. Times are on the 24-hour clock; Spanish dates read
 * "mar 17 nov, 18:22", English ones "Tue 17 Nov, 18:22".
 */
export function formatter(place: Place) {
  const digits = numberLocale(place.locale, place.country)
  return { place, ...figures(place.locale, digits), ...moment(place), ...span(place) }
}

function figures(locale: Locale, digits: string) {
  const plain = new Intl.NumberFormat(digits, { useGrouping: 'always', maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(digits, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
  return {
    /** 2291 → "2,291" in Mexico, "2.291" in Colombia; at most one decimal. A true minus sign. */
    number: (value: number) => minus(plain.format(value)),
    /** 3 → "+3", −23 → "−23", 0 → "0". */
    signed: (value: number) => minus(signed.format(value)),
    /** 0.35 → "35 %" in Spanish (with a space that does not break), "35%" in English. `decimals` defaults to 0. */
    percent: (share: number, decimals = 0) => {
      const value = new Intl.NumberFormat(digits, { maximumFractionDigits: decimals }).format(share * 100)
      return minus(locale === 'es' ? `${value} %` : `${value}%`)
    },
    /** Minor units by ISO 4217 and their currency → "$48,200 MXN"; cents are written only when there are any. */
    money: (minor: number | bigint, currency: string) => money(digits, Number(minor), currency),
  }
}

function money(digits: string, minor: number, currency: string) {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', useGrouping: 'always' } as const
  const decimals = new Intl.NumberFormat(digits, style).resolvedOptions().maximumFractionDigits ?? 2
  const amount = minor / 10 ** decimals
  const shown = Number.isInteger(amount) ? 0 : decimals
  const text = new Intl.NumberFormat(digits, {
    ...style,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(amount)
  return `${minus(text).replaceAll(/\s/g, '')} ${currency}`
}

const minus = (text: string) => text.replace('-', '−')
