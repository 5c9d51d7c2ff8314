import type { LoopCounts, Standing } from './queries/loop'
import type { Waits } from './queries/waits'
import { type Rate, rate } from './rate'

/** Tickets of one touchpoint: opened in the span, open and overdue now, and how the span's detractors were met. */
export type Attention = { opened: number; open: number; overdue: number; contacted: Rate; closed: Rate }

export type LoopFigures = Attention & {
  /** Milliseconds of calendar time; null when nobody was contacted. */
  firstContact: { n: number; median: number; p90: number } | null
  /** Detractors' answers without a ticket: imported history, or no rule asked for one. */
  withoutTicket: number
  /** Opened in the span, not closed, and still within their 30 days: the close rate may yet rise. */
  young: number
}

/** Closed-loop rate and close rate from the counts of a scope. */
export function loopFigures(
  rows: LoopCounts[],
  standing: Standing[],
  wait: Omit<Waits, 'touchpointId'> | null,
  detractors: number,
): LoopFigures {
  const all = addUp(rows)
  return {
    ...attentionOf(all, {
      open: standing.reduce((sum, row) => sum + row.open, 0),
      overdue: standing.reduce((sum, row) => sum + row.overdue, 0),
    }),
    firstContact: wait,
    young: all.young,
    withoutTicket: Math.max(0, detractors - all.ticketed),
  }
}

export const attentionOf = (
  row: Omit<LoopCounts, 'touchpointId'> | undefined,
  standing: { open: number; overdue: number },
): Attention => ({
  opened: row?.opened ?? 0,
  ...standing,
  contacted: rate(row?.inTarget ?? 0, row?.due ?? 0),
  closed: rate(row?.closed ?? 0, row?.opened ?? 0),
})

export function standingAt(rows: Standing[], touchpointId: string): { open: number; overdue: number } {
  const row = rows.find((one) => one.touchpointId === touchpointId)
  return { open: row?.open ?? 0, overdue: row?.overdue ?? 0 }
}

const addUp = (rows: LoopCounts[]): Omit<LoopCounts, 'touchpointId'> =>
  rows.reduce(
    (all, row) => ({
      opened: all.opened + row.opened,
      closed: all.closed + row.closed,
      young: all.young + row.young,
      inTarget: all.inTarget + row.inTarget,
      due: all.due + row.due,
      ticketed: all.ticketed + row.ticketed,
    }),
    { opened: 0, closed: 0, young: 0, inTarget: 0, due: 0, ticketed: 0 },
  )
