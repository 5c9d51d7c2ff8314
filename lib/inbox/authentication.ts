import type { Authentication } from './classified'

/**
 * What our own receiving server found out about a mail's sender. Only the topmost Authentication-Results counts, and only
 * when it bears the name of our server: anybody can write such a header, but only ours stands above what came with the mail.
 */
export function authenticationOf(headers: string[], authserv: string | null): Authentication {
  const none = { spf: null, dkim: null, dmarc: null, pass: false }
  const [top] = headers
  if (!top || !authserv) return none
  const [server = '', ...results] = top.replace(/\([^()]*\)/g, ' ').split(';')
  if (server.trim().split(/\s+/)[0]?.toLowerCase() !== authserv) return none
  const resultOf = (method: string): string | null =>
    results
      .map((one) => new RegExp(`^\\s*${method}\\s*=\\s*([a-z]+)`, 'i').exec(one)?.[1]?.toLowerCase())
      .find(Boolean) ?? null
  const dmarc = resultOf('dmarc')
  return { spf: resultOf('spf'), dkim: resultOf('dkim'), dmarc, pass: dmarc === 'pass' }
}
