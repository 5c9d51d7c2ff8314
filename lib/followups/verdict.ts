import type { Outcome } from '@/db/words/tickets'
import type { Solved } from '@/lib/surveys/shared'
import { mayReopenAgain } from '@/lib/tickets'

/** What a customer's answer means, and what becomes of the ticket. */
export type Verdict = { outcome: Outcome; next: 'close' | 'reopen' | 'decide' }

/**
 * Reads the answer to a recovery survey (rulings.md 3). Not solved: not recovered, whatever the score. Else 9–10 recovered
 * to promoter, 7–8 to passive. 0–6 is not recovered: it closes when the customer says that it is solved, and reopens otherwise.
 * `rounds` is how often a verdict has reopened this ticket: after the second a person decides.
 */
export function verdict({ score, solved }: { score: number; solved: Solved }, rounds: number): Verdict {
  const again = mayReopenAgain({ rounds }) ? 'reopen' : 'decide'
  if (solved === 'no') return { outcome: 'not_recovered', next: again }
  if (score >= 9) return { outcome: 'recovered_promoter', next: 'close' }
  if (score >= 7) return { outcome: 'recovered_passive', next: 'close' }
  return { outcome: 'not_recovered', next: solved === 'yes' ? 'close' : again }
}
