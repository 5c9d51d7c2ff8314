/** One process holds several copies of every module: whatever must exist once lives on globalThis under `lazo.<name>`. */
export function once<T>(name: string, make: () => T): T {
  const shelf = globalThis as unknown as Record<symbol, T | undefined>
  const key = Symbol.for(`lazo.${name}`)
  const kept = shelf[key]
  if (kept !== undefined) return kept
  const made = make()
  shelf[key] = made
  return made
}

/** Forgets what `once` kept, so that a test or a closing process can start anew. */
export function forget(name: string): void {
  delete (globalThis as unknown as Record<symbol, unknown>)[Symbol.for(`lazo.${name}`)]
}
