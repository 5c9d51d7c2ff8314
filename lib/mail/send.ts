import { atomically, must } from '@/db'
import { letters } from '@/db/schema'
import { after } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { isRefusal, Refusal } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import { senderOf } from './address'
import { judge, pause, unknownWait } from './answers'
import { channel } from './channel'
import { type Bytes, compose, envelopeFrom } from './compose'
import { earlierIds } from './earlier'
import type { Desk, Desks, Letter, Message } from './message'
import { letterById } from './queries'
import { asItWas, putBack, settleCancelled, settleFailed, settleSent } from './settle'
import { isSettled, type LetterReason } from './shared'
import { suppressionOf } from './suppressions'
import { type Outcome, transmit } from './transport'

/** Takes one letter through one attempt, looking first. Resolves to the instant at which to look again, or null. */
export async function sendLetter(id: string, desks: Desks, clock: () => Date): Promise<Date | null> {
  const letter = await letterById(id)
  if (!letter || isSettled(letter.state) || letter.state === 'held') return null
  const now = clock()
  const wait = waitFor(letter, now)
  if (wait) return wait
  const desk = desks[letter.kind]
  if (!desk) throw Object.assign(new Error(`nobody writes letters of kind ${letter.kind}`), { code: 'NO_DESK' })
  // Found being sent, or without an outcome: the same bytes go out once more, and only once.
  const doubtful = letter.state !== 'queued'
  if (doubtful && letter.resent) return done(settleFailed(letter, desk, { reason: 'unknown_outcome' }, now))
  const untrue = await reasonAgainst(letter, desk, now)
  if (untrue && doubtful) return done(settleFailed(letter, desk, { reason: 'unknown_outcome' }, now))
  if (untrue) return done(settleCancelled(letter, untrue, now))
  const paper = letter.raw ? null : await write(letter, desk, now)
  if (!env().smtpUrl)
    return done(settleSent(letter, desk, { ...paper, via: 'preview', attempts: letter.attempts + 1 }, now))
  const claimed = await claim(letter, { ...paper, resent: doubtful }, now)
  if (claimed) await attempt(claimed, desk, clock)
  return null
}

/** A letter on its way belongs to whoever took it, until that must have ended. */
function waitFor(letter: Letter, now: Date): Date | null {
  const free = letter.state === 'sending' ? after(letter.updatedAt, unknownWait) : letter.notBefore
  if (free > now) return free
  const { pausedUntil } = channel()
  return pausedUntil && pausedUntil > now ? pausedUntil : null
}

async function reasonAgainst(letter: Letter, desk: Desk, now: Date): Promise<LetterReason | null> {
  const key = emailKey(letter.toAddress)
  if (!key) return 'no_address'
  if (letter.automatic && (await suppressionOf(key, now))) return 'suppressed'
  return desk.still(letter, now)
}

type Paper = Bytes & Pick<Message, 'subject' | 'text' | 'html'>

async function write(letter: Letter, desk: Desk, now: Date): Promise<Paper> {
  const message = await desk.words(letter, now)
  const { subject, text, html } = message
  const sender = senderOf(env().mailFrom, env().baseUrl)
  return { subject, text, html, ...(await compose(letter, message, sender, await earlierIds(letter), now)) }
}

/** Takes the letter for this attempt, its bytes stored with it; null when another took it first. */
async function claim(letter: Letter, paper: Partial<Paper> & { resent: boolean }, now: Date): Promise<Letter | null> {
  const taken = { ...paper, state: 'sending' as const, attempts: letter.attempts + 1, via: 'smtp', updatedAt: now }
  try {
    await atomically((tx) => [
      must(
        tx.update(letters).set(taken).where(asItWas(letter)).returning({ id: letters.id }),
        () => new Refusal('letter.stale'),
      ),
    ])
    return { ...letter, ...taken }
  } catch (error) {
    if (isRefusal(error) && error.code === 'letter.stale') return null
    throw error
  }
}

async function attempt(letter: Letter, desk: Desk, clock: () => Date): Promise<void> {
  const sender = senderOf(env().mailFrom, env().baseUrl)
  const outcome = await transmit({
    raw: letter.raw ?? '',
    from: envelopeFrom(letter, sender),
    to: letter.toAddress,
  })
  if (outcome.accepted) channel().pausedUntil = null
  await conclude(letter, desk, outcome, clock())
}

async function conclude(letter: Letter, desk: Desk, outcome: Outcome, at: Date): Promise<void> {
  if (outcome.accepted) return settleSent(letter, desk, { answerCode: outcome.code }, at)
  const ending = judge(outcome, letter, at)
  if (ending.end === 'failed') return settleFailed(letter, desk, { ...ending, answerCode: outcome.responseCode }, at)
  if (ending.end === 'paused') channel().pausedUntil = after(at, pause)
  await putBack(letter, ending, outcome.responseCode, at)
}

const done = async (settled: Promise<void>): Promise<null> => {
  await settled
  return null
}
