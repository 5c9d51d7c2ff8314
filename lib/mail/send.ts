import { atomically, must } from '@/db'
import { letters } from '@/db/schema'
import { after, minutes } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { isRefusal, Refusal } from '@/lib/kit/refusal'
import { senderOf } from './address'
import { judge, pause, unknownWait } from './answers'
import { channel } from './channel'
import { type Bytes, compose, envelopeFrom } from './compose'
import { earlierIds } from './earlier'
import { ask, inTurn } from './gate'
import type { Desk, Desks, Letter, Message } from './message'
import { letterById } from './queries'
import { asItWas, note, putBack, settleCancelled, settleFailed, settleSent } from './settle'
import { isSettled } from './shared'
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
  const taken = await inTurn(letter, () => take(letter, desk, now))
  if (taken instanceof Date) return taken
  if (taken) await attempt(taken, desk, clock)
  return null
}

/** A letter on its way belongs to whoever took it, until that must have ended. */
function waitFor(letter: Letter, now: Date): Date | null {
  const free = letter.state === 'sending' ? after(letter.updatedAt, unknownWait) : letter.notBefore
  if (free > now) return free
  const { pausedUntil } = channel()
  return pausedUntil && pausedUntil > now ? pausedUntil : null
}

/** Asks the gate, writes the letter and claims it. A date: not now. Null: there is nothing to send any more. */
async function take(letter: Letter, desk: Desk, now: Date): Promise<Letter | Date | null> {
  // Found being sent, or without an outcome: the same bytes go out once more, and only once.
  const doubtful = letter.state !== 'queued'
  const unknown = () => done(settleFailed(letter, desk, { reason: 'unknown_outcome' }, now))
  if (doubtful && letter.resent) return unknown()
  const answer = await ask(letter, desk, now)
  if (answer.word === 'stop') return doubtful ? unknown() : done(settleCancelled(letter, desk, answer.reason, now))
  if (answer.word === 'wait') {
    await note(letter, answer.reason, now)
    return after(now, breakerPause)
  }
  const paper = letter.raw ? null : await write(letter, desk, now)
  if (env().smtpUrl) return claim(letter, { ...paper, resent: doubtful || letter.resent }, now)
  return done(settleSent(letter, desk, { ...paper, via: 'preview', attempts: letter.attempts + 1 }, now))
}

/** How long what the breaker holds waits before it asks again. */
const breakerPause = minutes(1)

type Paper = Bytes & Pick<Message, 'subject' | 'text' | 'html'>

async function write(letter: Letter, desk: Desk, now: Date): Promise<Paper> {
  const [message, earlier] = await Promise.all([desk.words(letter, now), earlierIds(letter)])
  const sender = senderOf(env().mailFrom, env().baseUrl)
  // The subject of a case stays the same; only a person's answer to what the customer wrote says so.
  const subject = letter.kind === 'reply' && earlier.received ? answerTo(message.subject) : message.subject
  const bytes = await compose(letter, { ...message, subject }, sender, earlier.ids, now)
  return { subject, text: message.text, html: message.html, ...bytes }
}

const answerTo = (subject: string): string => (/^(re|rv|aw|sv)\s*:/i.test(subject) ? subject : `Re: ${subject}`)

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
  const from = envelopeFrom(letter, sender)
  const give = (by: string) => transmit({ raw: letter.raw ?? '', from: by, to: letter.toAddress })
  const outcome = await give(from)
  // Some servers take nothing without a sender, not even what must not come back: then our own address it is.
  const again = from === '' && !outcome.accepted && outcome.sender === true
  if (outcome.accepted) channel().pausedUntil = null
  await conclude(letter, desk, again ? await give(sender.address) : outcome, clock())
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
