import { type Formatter, formatter } from '@/lib/i18n'
import { organization, type UserActor } from '@/lib/identity'
import { now } from '@/lib/kit/clock'

/** How this reader reads instants, and what is now. */
export type ReadingPlace = { f: Formatter; now: Date }

export async function placeOf(actor: UserActor): Promise<ReadingPlace> {
  const house = await organization()
  const place = { locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone }
  return { f: formatter(place), now: now() }
}
