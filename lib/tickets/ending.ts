import { frozen } from '@/db'
import { contributors } from '@/db/schema'
import type { discardReasons } from '@/db/words/tickets'
import type { Author } from '@/lib/events'
import { type Change, change, type Decided } from './change'
import { awake, notWaiting } from './contact'
import type { Dossier } from './dossier'
import { abandon } from './sla'
import { demandArrow } from './states'

export type DiscardReason = (typeof discardReasons)[number]

/** Ends an open ticket that never should have been: its clocks count for nothing. Refuses `ticket.transition`. */
export const decideDiscard = (by: Author, dossier: Dossier, reason: DiscardReason, now: Date): Decided =>
  end(by, dossier, 'discarded', reason, null, now)

/** Ends an open ticket as discarded, with its fact; `more` goes along in the fact. */
export function end(
  by: Author,
  dossier: Dossier,
  fact: string,
  reason: DiscardReason,
  into: string | null,
  now: Date,
  more: Pick<Change, 'payload' | 'rows'> = {},
): Decided {
  // Also from discarded itself, which is no change of status: nothing ends twice.
  demandArrow(dossier.ticket.status, 'discarded')
  return change(
    dossier,
    {
      fact,
      by,
      payload: { reason, ...(into ? { into } : {}), ...more.payload },
      ticket: {
        status: 'discarded',
        discardReason: reason,
        mergedInto: into,
        closedAt: now,
        outcome: 'void',
        joinKey: null,
        attention: null,
        ...notWaiting,
        ...awake,
      },
      rows: more.rows ?? [],
      clocks: dossier.clocks.map((clock) => abandon(clock, now)),
    },
    now,
  )
}

export const helpOn = frozen(contributors)
