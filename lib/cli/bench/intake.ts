import { rounded } from './desk'
import { type Load, load, median } from './load'
import type { Running } from './server'

const answersARound = 4_000
const rounds = 5
const atOnce = 24

/** Four of ten are detractors of customers not met before: rule, ticket, clocks, tallies and a letter each. */
export const bodyOf = (n: number): string =>
  JSON.stringify({
    survey: 'nps',
    score: n % 10 < 4 ? n % 7 : 7 + (n % 4),
    comment: 'Me citaron tres veces y nadie llegó. Pedí el día en el trabajo y la sala sigue en su bodega.',
    channel: 'email',
    customer: { externalId: `I-${n}`, email: `intake${n}@correo.mx`, name: `Persona ${n}` },
  })

/** Intake beside the bare Next handler of the same build and a bare `node:http` server, in turn, medians of the rounds. */
export async function measureIntake(server: Running, bare: Running, key: string) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const runs = { lazo: [] as (Load & { cpuMs: number })[], next: [] as Load[], bare: [] as Load[] }
  let n = 0
  const intake = async (count: number) => {
    const cpu = server.cpuMs()
    const done = await load(`${server.url}/api/v1/responses`, headers, count, atOnce, () => bodyOf(n++))
    if (done.bad > 0) throw new Error(`${done.bad} of ${count} answers were refused`)
    return { ...done, cpuMs: (server.cpuMs() - cpu) / count }
  }
  await intake(2_000)
  await load(`${server.url}/api/ping`, headers, 400, atOnce, bodyOf)
  await load(`${bare.url}/responses`, headers, 1_000, atOnce, bodyOf)
  for (let round = 0; round < rounds; round++) {
    runs.lazo.push(await intake(answersARound))
    runs.next.push(await load(`${server.url}/api/ping`, headers, 1_000, atOnce, bodyOf))
    runs.bare.push(await load(`${bare.url}/responses`, headers, answersARound, atOnce, bodyOf))
  }
  const ratio = (other: Load[]) => median(runs.lazo.map((run, at) => run.perSecond / (other[at]?.perSecond ?? 1)))
  return {
    taken: n,
    figures: {
      perSecond: Math.round(median(runs.lazo.map((run) => run.perSecond))),
      cpuMs: rounded(median(runs.lazo.map((run) => run.cpuMs))),
      p99Ms: rounded(median(runs.lazo.map((run) => run.p99Ms))),
      vsNextHandler: rounded(ratio(runs.next)),
      vsNodeHttpInsert: rounded(ratio(runs.bare)),
      nextHandlerPerSecond: Math.round(median(runs.next.map((run) => run.perSecond))),
      nodeHttpInsertPerSecond: Math.round(median(runs.bare.map((run) => run.perSecond))),
    },
  }
}
