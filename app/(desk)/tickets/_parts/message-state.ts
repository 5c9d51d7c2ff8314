import type { Formatter, Translate } from '@/lib/i18n'
import { isLetterReason, recallableStates } from '@/lib/mail/shared'
import type { LetterState } from '@/lib/tickets'
import type { LetterLine } from './timeline-item'

/** What became of a letter, in words: waiting, gone, failed with the reason, back with what the other server said. */
export function letterLine(
  messageId: string,
  letter: LetterState,
  text: string | null,
  works: boolean,
  t: Translate,
  f: Formatter,
  now: Date,
): LetterLine {
  const { state, error } = letter
  const lost = state === 'failed' || state === 'bounced'
  const waits = (state === 'queued' || state === 'held') && letter.notBefore > now
  return {
    messageId,
    letterId: letter.id,
    word: waits ? t('thread.letter.waits') : t(`ticket.letterState.${state}`),
    tone: lost ? 'late' : state === 'unknown' || state === 'held' ? 'soon' : 'quiet',
    reason: error && isLetterReason(error) && state !== 'sent' ? t(`outbox.reason.${error}`) : null,
    server: state === 'bounced' ? [letter.bounceStatus, letter.diagnostic].filter(Boolean).join(' ') || null : null,
    twice: letter.resent ? t('thread.letter.twice') : null,
    leaves: waits ? { iso: letter.notBefore.toISOString(), text: f.near(letter.notBefore, now) } : null,
    may: { recall: works && recallableStates.includes(state), retry: works && state === 'failed' },
    words: works && lost ? text : null,
  }
}
