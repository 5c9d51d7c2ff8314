import { gzipSync } from 'node:zlib'
import { median } from './load'
import type { Running } from './server'

export const account = { email: 'bench@lazo.test', password: 'medir es saber, doce' }

/** Signs in as a person does and returns the Cookie header that keeps the session. */
export async function signIn(url: string, { email, password } = account): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const jar = cookiesOf(first)
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: jar, origin: url },
    body: new URLSearchParams({ csrfToken, email, password, callbackUrl: '/' }),
  })
  const cookies = [jar, cookiesOf(answer)].join('; ')
  if (!/session=/.test(cookies)) throw new Error(`sign-in failed: ${answer.status}`)
  return cookies
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

/** Milliseconds until the whole page is read; the page must be a 200. */
export async function pageMs(url: string, cookie: string): Promise<number> {
  const start = performance.now()
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return performance.now() - start
}

export type Compared = { p50Ms: Record<string, number>; ratio: number }

/** One page on two servers of different size, in turn, after warming both: medians and how many times slower the large one is. */
export async function compare(
  path: string,
  small: [string, Running, string],
  large: [string, Running, string],
  rounds: number,
): Promise<Compared> {
  const times: [number[], number[]] = [[], []]
  for (let round = -5; round < rounds; round++) {
    for (const [at, [, server, cookie]] of [small, large].entries()) {
      const ms = await pageMs(server.url + path, cookie)
      if (round >= 0) times[at]?.push(ms)
    }
  }
  const [one, other] = [median(times[0]), median(times[1])]
  return { p50Ms: { [small[0]]: rounded(one), [large[0]]: rounded(other) }, ratio: rounded(other / one) }
}

/** Compressed kilobytes of JavaScript that a page asks for, as its HTML names it. */
export async function javascriptKb(url: string, cookie: string): Promise<number> {
  const html = await (await fetch(url, { headers: { cookie } })).text()
  const names = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*noModule)/gi)].map((match) => match[1] ?? ''),
  )
  let bytes = 0
  for (const name of names) {
    const answer = await fetch(new URL(name, url))
    // Whatever the transfer was, compressed is compared with compressed.
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).byteLength
  }
  return rounded(bytes / 1024)
}

export const rounded = (value: number): number => Math.round(value * 100) / 100
