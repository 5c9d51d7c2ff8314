import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '@/lib/kit/env'

/** What every answer carries, whoever gives it. */
export function setSafetyHeaders(response: ServerResponse): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'no-store')
  if (env().baseUrl.startsWith('https://')) {
    response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  }
}

/** Sets the policy of a page on request (Next takes the nonce from it) and response alike. */
export function setPolicy(request: IncomingMessage, response: ServerResponse, dev: boolean, framed: boolean): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // A nonce would cancel 'unsafe-inline', which the development server's own styles need.
    `style-src-elem 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${framed ? '*' : "'none'"}`,
    "manifest-src 'self'",
    "worker-src 'self'",
  ].join('; ')
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce
  response.setHeader('Content-Security-Policy', policy)
}

/** Removes what only we may say, and what only a trusted proxy may say; returns the client's address. */
export function cleanRequest(request: IncomingMessage): string {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const trusted = env().trustedProxies.includes(peer)
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
  const wasForwarded = Object.keys(request.headers).some(
    (name) => name.startsWith('x-forwarded-') || name === 'forwarded',
  )
  for (const name of Object.keys(request.headers)) {
    const ours = name.startsWith('x-lazo-') || name === 'content-security-policy' || name === 'x-nonce'
    const proxys = (name.startsWith('x-forwarded-') || name === 'forwarded') && !trusted
    if (ours || proxys || name === 'x-middleware-subrequest') delete request.headers[name]
  }
  if (!wasForwarded && (peer === '127.0.0.1' || peer === '::1')) request.headers['x-lazo-local'] = '1'
  const address = trusted ? (forwarded.split(',').at(-1)?.trim() ?? peer) : peer
  request.headers['x-lazo-address'] = address
  return address
}

/** A state-changing request to a page comes from a page of ours: Origin is ours, or the browser says same-origin. */
export function isFromHere(request: IncomingMessage): boolean {
  const origin = request.headers.origin
  if (origin)
    return (
      origin === `http://${request.headers.host}` ||
      origin === `https://${request.headers.host}` ||
      origin === env().baseUrl
    )
  const site = request.headers['sec-fetch-site']
  return site === 'same-origin' || (site === undefined && request.headers.cookie === undefined)
}
