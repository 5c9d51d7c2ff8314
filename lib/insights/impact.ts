import { type Counts, less, nps, npsChange, sizeOf } from './nps'

/** NPS of all − NPS of all but these = share × (NPS here − NPS of the rest), in points; negative where it hurts. Null when here is everything or nothing. */
export function impact(here: Counts, all: Counts): number | null {
  const rest = less(all, here)
  const [own, others] = [nps(here), nps(rest)]
  return own === null || others === null ? null : (sizeOf(here) / sizeOf(all)) * (own - others)
}

/** −impact, where it is a loss; 0 where nothing is lost. */
export const pointsLost = (here: Counts, all: Counts): number => Math.max(0, -(impact(here, all) ?? 0))

/** Whether the NPS here differs from that of the rest beyond the margin of error. */
export const isApart = (here: Counts, all: Counts): boolean => npsChange(less(all, here), here)?.real ?? false
