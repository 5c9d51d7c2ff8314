import { shown } from '@/app/_server/answer'
import type { Locale } from '@/lib/i18n'
import { type PassHolder, passHolder } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'

/** Whom a link lets in, or in words why nobody. */
export async function holderOf(
  kind: 'join' | 'reset',
  token: string,
  locale: Locale,
): Promise<{ holder: PassHolder } | { reason: string }> {
  try {
    return { holder: await passHolder(kind, token, now()) }
  } catch (error) {
    if (isRefusal(error)) return { reason: shown(error, locale).message }
    throw error
  }
}
