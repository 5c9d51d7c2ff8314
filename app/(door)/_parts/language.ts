import { headers } from 'next/headers'
import { isLocale, type Locale, negotiate } from '@/lib/i18n'

export type Params = Record<string, string | string[] | undefined>

/** The language of a door: the one chosen in the address, else the browser's. Nothing is kept. */
export async function doorLocale(params: Params): Promise<Locale> {
  return isLocale(params.lang) ? params.lang : negotiate((await headers()).get('accept-language'))
}

/** The first value of a parameter. */
export const param = (params: Params, name: string): string | undefined => {
  const value = params[name]
  return Array.isArray(value) ? value[0] : value
}
