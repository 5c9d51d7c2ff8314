import { currentActor } from '@/app/_server/actor'
import { type Formatter, formatter, type Translate, translator } from '@/lib/i18n'
import { organization, type UserActor } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { named } from '@/lib/kit/text'

/** Who reads the board, in which words and figures; `day` writes a local day of the organization. */
export type Reader = {
  actor: UserActor
  t: Translate
  f: Formatter
  at: Date
  zone: string
  name: (thing: { name: string; names: Record<string, string> }) => string
  day: (day: string) => string
}

export async function boardReader(): Promise<Reader> {
  const actor = await currentActor()
  const house = await organization()
  const place = { locale: actor.locale, country: house?.country ?? 'MX' }
  const days = formatter({ ...place, timeZone: 'UTC' })
  const at = now()
  const year = String(at.getUTCFullYear())
  return {
    actor,
    t: translator(actor.locale),
    f: formatter({ ...place, timeZone: actor.timeZone }),
    at,
    zone: house?.timeZone ?? 'UTC',
    name: (thing) => named(thing, actor.locale),
    day: (day) => {
      const text = days.date(new Date(`${day}T12:00:00Z`))
      return day.startsWith(year) ? text.replace(` ${year}`, '') : text
    },
  }
}
