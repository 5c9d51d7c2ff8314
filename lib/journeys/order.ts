type Placed = { id: string; position: number }

/** The things that must be written when one is put at `index` (0 is first; beyond the end is last) among its siblings. */
export function placed(siblings: Placed[], id: string, index: number): Placed[] {
  const others = inOrder(siblings).filter((one) => one.id !== id)
  const at = Math.max(0, Math.min(index, others.length))
  const order = [...others.slice(0, at).map((one) => one.id), id, ...others.slice(at).map((one) => one.id)]
  const before = new Map(siblings.map((one) => [one.id, one.position]))
  return order.map((one, position) => ({ id: one, position })).filter((one) => before.get(one.id) !== one.position)
}

/** The position after the last one. */
export const lastPosition = (siblings: { position: number }[]): number =>
  siblings.reduce((last, one) => Math.max(last, one.position + 1), 0)

export const inOrder = <T extends Placed>(things: T[]): T[] =>
  things.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
