import { Badge } from '@/app/_ui/badge'
import type { Translate } from '@/lib/i18n'
import type { LetterSummary } from '@/lib/mail'
import { isLetterReason } from '@/lib/mail/shared'

type Shown = Pick<LetterSummary, 'state' | 'via' | 'error' | 'resent'>

const tones = {
  queued: 'quiet',
  held: 'soon',
  sending: 'quiet',
  unknown: 'soon',
  sent: 'ok',
  preview: 'quiet',
  bounced: 'late',
  failed: 'late',
  cancelled: 'quiet',
} as const

/** What became of a letter, in a word. */
export function LetterState({ letter, t }: { letter: Shown; t: Translate }) {
  const state = letter.state === 'sent' && letter.via === 'preview' ? 'preview' : letter.state
  return <Badge tone={tones[state]}>{t(`outbox.letter.${state}`)}</Badge>
}

/** Why, as sentences; nothing when there is nothing to explain. */
export function reasonOf({ error, resent }: Shown, t: Translate): string {
  return [isLetterReason(error) ? t(`outbox.reason.${error}`) : '', resent ? t('outbox.twice') : '']
    .filter(Boolean)
    .join(' ')
}
