import type { Peek } from './preview'

type Kept = Map<string, Promise<Peek>>
const most = 30

/** A quick look at a ticket as it stands at a version; asked for once, and again only after it failed. */
export function lookAhead(number: number, version: number): Promise<Peek> {
  const kept = keptOn(window)
  const key = `${number}.${version}`
  const known = kept.get(key)
  if (known) return known
  const asked = fetch(`/tickets/${number}/peek`).then((answer) =>
    answer.ok ? (answer.json() as Promise<Peek>) : Promise.reject(new Error(String(answer.status))),
  )
  kept.set(key, asked)
  asked.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > most && oldest) kept.delete(oldest)
  return asked
}

// On the window and not in the module: nothing of the server's copies keeps state.
const keptOn = (place: Window & { lazoPeeks?: Kept }): Kept => {
  place.lazoPeeks ??= new Map()
  return place.lazoPeeks
}
