import { Agent, request } from 'node:http'

export type Reply = { status: number; body: string }
export type Load = { perSecond: number; p50Ms: number; p99Ms: number; replies: number; bad: number; seconds: number }

/** One request over a kept connection; rejects when the connection breaks before the whole answer is read. */
export const post = (agent: Agent, url: URL, headers: Record<string, string>, body: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method: body ? 'POST' : 'GET', headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          answer.complete
            ? resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
            : reject(new Error('cut short')),
        )
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

/** Sends `count` requests, `atOnce` at a time, over kept connections. `make(n)` gives the n-th body. */
export async function load(
  address: string,
  headers: Record<string, string>,
  count: number,
  atOnce: number,
  make: (n: number) => string,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const url = new URL(address)
  const times: number[] = []
  let next = 0
  let bad = 0
  const began = performance.now()
  const walker = async () => {
    while (next < count) {
      const body = make(next++)
      const start = performance.now()
      const reply = await post(agent, url, headers, body)
      times.push(performance.now() - start)
      if (reply.status >= 300) bad++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walker))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return {
    perSecond: count / seconds,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    replies: times.length,
    bad,
    seconds,
  }
}

/** The value below which the share `part` of the values lies. */
export function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

export const median = (values: number[]): number => percentile(values, 0.5)
