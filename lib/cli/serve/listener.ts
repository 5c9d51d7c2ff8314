import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { answer, bodyLimit, problem, problemOf } from '@/lib/integrations'
import { log } from '@/lib/kit/log'
import { bodyOf } from './body'
import { answerForm, isForm } from './forms'
import { cleanRequest, isFromHere, setPolicy, setSafetyHeaders } from './headers'
import { health, ready } from './health'
import { answerInbound, isInbound } from './inbound'

type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Who answers what: programs and customers' forms here, people's pages by Next. */
export function listener(next: NextHandler, dev: boolean): RequestListener {
  return (request, response) => {
    route(request, response, next, dev).catch((error: unknown) => {
      log().error({ err: error }, 'request failed')
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end()
    })
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  next: NextHandler,
  dev: boolean,
): Promise<void> {
  const url = request.url ?? '/'
  if (url.startsWith('/api/v1/')) return program(request, response, url.slice(7))
  setSafetyHeaders(response)
  // What is told as it happens must not wait in a compressor until enough has happened.
  if (/^\/live(\?|$)/.test(url)) response.setHeader('Cache-Control', 'no-store, no-transform')
  // The one thing that other people's pages may load from here.
  if (url.startsWith('/embed/')) response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  if (url === '/api/health') return send(response, health())
  if (url === '/api/ready') return send(response, await ready())
  if (isInbound(url)) return answerInbound(request, response)
  if (!isPath(url)) return send(response, problem(400, 'input.malformed', 'This address cannot be read.'))
  const address = cleanRequest(request)
  if (isForm(request, url)) {
    const page = await answerForm(request, response, url, address)
    if (!page) return
    request.method = 'GET'
    answerAs(response, page.status)
  } else if (request.method !== 'GET' && request.method !== 'HEAD' && !isFromHere(request)) {
    return send(response, problem(403, 'origin.forbidden', 'This request does not come from one of our pages.'))
  }
  if (strangers.test(url)) return next(request, response)
  if (!/^\/(_next\/static|fonts)\//.test(url))
    setPolicy(request, response, dev, url.startsWith('/s/') && url.includes('embed=1'))
  else response.removeHeader('Cache-Control')
  await next(request, response)
}

/**
 * What strangers wrote or sent brings a stricter policy than a page's: a letter of the outbox and a mail as it came are
 * framed by our own page, sources and files are saved.
 */
const strangers =
  /^\/(?:settings\/outbox\/[^/?]+\/html|tickets\/messages\/[^/?]+\/(?:html|source)|tickets\/attachments\/[^/?]+)(?:\?|$)/

async function program(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const method = request.method ?? 'GET'
  const body = await bodyOf(request, bodyLimit(method, path)).catch((error: unknown) => {
    if (request.destroyed && !request.complete) return null
    return problemOf(error)
  })
  if (body === null) return
  const done = body instanceof Uint8Array ? await answer({ method, path, headers: request.headers, body }) : body
  const length = Buffer.byteLength(done.body)
  response.writeHead(done.status, {
    ...done.headers,
    'content-length': length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(done.status === 413 ? { connection: 'close' } : {}),
  })
  response.end(done.body)
}

function send(response: ServerResponse, done: { status: number; headers: Record<string, string>; body: string }) {
  response.writeHead(done.status, done.headers)
  response.end(done.body)
}

// Next throws a 500 at an address that cannot be decoded.
function isPath(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || url.length > 8_000) return false
  try {
    return !decodeURIComponent(url.split('?')[0] ?? '').includes('\u0000')
  } catch {
    return false
  }
}

/** Lets Next's page answer with another status than the 200 it would say. */
function answerAs(response: ServerResponse, status: number) {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse
  response.writeHead = ((code: number, ...rest: unknown[]) =>
    writeHead(code === 200 ? status : code, ...rest)) as typeof response.writeHead
  response.statusCode = status
}
