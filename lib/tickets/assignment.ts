/** How a rule finds somebody for a new ticket. */
export const assignmentWays = ['none', 'round_robin', 'least_open'] as const
export type AssignmentWay = (typeof assignmentWays)[number]

/** A member of the team as assignment sees them. */
export type Candidate = {
  id: string
  /** When it was last their turn. */
  lastAssignedAt: Date | null
  /** Open tickets that they have. */
  open: number
  absentUntil: Date | null
}

/**
 * Whose ticket it becomes: in turn (whoever waited longest since the last one) or whoever has fewest open, the turn deciding
 * between equals. Who is absent is passed over; null when nobody is there.
 */
export function chooseAssignee(way: AssignmentWay, candidates: Candidate[], now: Date): string | null {
  if (way === 'none') return null
  const here = candidates.filter(({ absentUntil }) => !absentUntil || absentUntil <= now)
  const [first] = here.sort((one, other) => (way === 'least_open' ? one.open - other.open : 0) || turn(one, other))
  return first?.id ?? null
}

const turn = (one: Candidate, other: Candidate): number =>
  (one.lastAssignedAt?.getTime() ?? 0) - (other.lastAssignedAt?.getTime() ?? 0) || (one.id < other.id ? -1 : 1)
