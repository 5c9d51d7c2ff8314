'use client'
import { fill } from '@/app/_ui/fill'
import type { Recent } from './composer-overtaken'
import type { ComposerWords } from './composer-words'

/** What was said after the writer began, the last three. */
export const since = (recent: Recent[], seen: string | null) => {
  const at = recent.findIndex((one) => one.id === seen)
  return recent.slice(at + 1).slice(-3)
}

type SavedProps = {
  state: string
  savedAt: string | null
  zone: { locale: string; timeZone: string }
  words: ComposerWords
}

/** Where the words are kept, and since when. */
export function Saved({ state, savedAt, zone, words }: SavedProps) {
  if (state === 'none') return null
  const time =
    savedAt &&
    new Date(savedAt).toLocaleTimeString(zone.locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone.timeZone,
    })
  const said = state === 'saved' && time ? fill(words.saved, { time }) : state === 'local' ? words.local : words.saving
  return (
    <span className="composer-saved" data-state={state}>
      {said}
    </span>
  )
}
