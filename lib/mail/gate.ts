import { env } from '@/lib/kit/env'
import { once } from '@/lib/kit/once'
import { emailKey } from '@/lib/kit/text'
import { mayFlow } from './breaker'
import { capOf, earlierTo } from './caps'
import type { Desk, Letter } from './message'
import { neverTo, ownAddresses } from './never'
import type { LetterReason } from './shared'
import { suppressionOf } from './suppressions'

/** What the gate says of one letter at one instant: it goes, it waits, or it never goes and why. */
export type Word = { word: 'go' } | { word: 'wait'; reason: LetterReason } | { word: 'stop'; reason: LetterReason }

/**
 * The one gate: asked for every letter before every attempt. A person's letter passes unless it has no address or is no
 * longer true (its desk looks: declined, erased, closed …): unsubscribing, suppression, caps and the breaker never stop a
 * personal reply. Automatic mail passes by all of them.
 */
export async function ask(letter: Letter, desk: Desk, now: Date): Promise<Word> {
  const reason = await against(letter, desk, now)
  if (reason) return { word: 'stop', reason }
  if (letter.automatic && env().smtpUrl && !(await mayFlow(letter, now))) return { word: 'wait', reason: 'breaker' }
  return { word: 'go' }
}

async function against(letter: Letter, desk: Desk, now: Date): Promise<LetterReason | null> {
  const key = emailKey(letter.toAddress)
  if (!key) return 'no_address'
  if (!letter.automatic) return desk.still(letter, now)
  const never = neverTo(letter.toAddress, ownAddresses())
  if (never) return never
  if (await suppressionOf(key, now)) return 'suppressed'
  return (await desk.still(letter, now)) ?? capOf(letter, await earlierTo(letter, now), now)
}

/** One letter at a time to one recipient, from the look until it is taken: of two that leave at once the second sees the first. */
export async function inTurn<T>(letter: Letter, work: () => Promise<T>): Promise<T> {
  const turns = once('mail.turns', () => new Map<string, Promise<unknown>>())
  const who = letter.customerId ?? letter.toAddress
  const mine = (turns.get(who) ?? Promise.resolve()).then(work, work)
  const done = mine.catch(() => undefined)
  turns.set(who, done)
  try {
    return await mine
  } finally {
    if (turns.get(who) === done) turns.delete(who)
  }
}
