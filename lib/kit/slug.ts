import { slugOf } from './text'

/** A slug for `name` that none of `taken` is: `delivery`, `delivery-2`, …; `fallback` when nothing of the name can be kept. */
export function freeSlug(name: string, taken: Iterable<string>, fallback: string): string {
  const known = new Set(taken)
  const base = slugOf(name) || fallback
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base.slice(0, 60)}-${n}`
    if (!known.has(slug)) return slug
  }
}
