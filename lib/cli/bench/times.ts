import { rounded } from './desk'

/** How often each thing is measured. */
export const rounds = 40

export type Times = { p50Ms: number; p95Ms: number }

export const spent = async (run: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await run()
  return performance.now() - began
}

export async function timesOf(once: () => Promise<number>): Promise<Times> {
  for (let warm = 0; warm < 5; warm++) await once()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await once())
  times.sort((one, other) => one - other)
  const at = (share: number) => rounded(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  return { p50Ms: at(0.5), p95Ms: at(0.95) }
}
