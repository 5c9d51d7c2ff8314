import { Buffer } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { holdForm, postCase, postSurvey, postUnsubscribe } from '@/lib/doors'
import { problem } from '@/lib/integrations'
import { isWellFormed, textOf } from '@/lib/kit/bytes'
import { now } from '@/lib/kit/clock'
import { take } from '@/lib/kit/rate'
import { isRefusal, refuse } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'
import { bodyOf } from './body'

const limit = 1_048_576
const doors = /^\/([stu])\/([^/?]+)(?:\/([^/?]+))?\/?(?:\?(.*))?$/

/** A POST to a customer's page: survey, case, unsubscribe. */
export const isForm = (request: IncomingMessage, url: string): boolean => request.method === 'POST' && doors.test(url)

/**
 * Answers a customer's form before Next: 303 to a page on success; otherwise what was typed is kept for this request and
 * the page itself is shown again. Returns the status with which Next is to show it, or null when the answer is given.
 */
export async function answerForm(
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
  address: string,
): Promise<{ status: number } | null> {
  try {
    const at = now()
    const taken = take(`form:${address}`, 10, 600, at)
    if (!taken.allowed) refuse('rate.exceeded', { retryAfter: taken.retryAfter })
    const form = await readForm(request)
    const outcome = await knock(url, form, { address, language: String(request.headers['accept-language'] ?? '') })
    if ('see' in outcome) {
      response.writeHead(303, { location: outcome.see })
      response.end()
      return null
    }
    if ('plain' in outcome) {
      response.writeHead(outcome.plain.status, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(outcome.plain.text)
      return null
    }
    request.headers['x-lazo-form'] = holdForm(outcome.again)
    return { status: outcome.again.status ?? 422 }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const status = statusOf(error.code)
    const answer = problem(status, error.code, error.code, error.issues)
    response.writeHead(status, {
      ...answer.headers,
      ...(status === 429 || status === 503 ? { 'retry-after': String(error.facts.retryAfter ?? 1) } : {}),
    })
    response.end(answer.body)
    return null
  }
}

function knock(url: string, form: URLSearchParams, around: { address: string; language: string }) {
  const [, door, first = '', second, search = ''] = doors.exec(url) ?? []
  const at = now()
  if (door === 's') return postSurvey({ slug: first, token: second ?? null, search, form, ...around }, at)
  if (door === 't') return postCase({ token: first, form, ...around }, at)
  return postUnsubscribe({ token: first, form, ...around }, at)
}

/** RFC 8058 allows both content types for the one-click unsubscribe. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const type = String(request.headers['content-type'] ?? '')
  if (request.headers['content-encoding']) refuse('input.contentType')
  const bytes = await bodyOf(request, limit)
  const fields = type.startsWith('multipart/form-data')
    ? fromMultipart(await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData())
    : /^application\/x-www-form-urlencoded\b/i.test(type)
      ? fromEncoded(textOf(bytes))
      : refuse('input.contentType')
  for (const [name, value] of fields) {
    if (!isWellFormed(name + value) || value.includes('\u0000')) refuse('input.malformed', { reason: 'nul' })
  }
  return fields
}

// URLSearchParams would turn bad UTF-8 into replacement characters without a word.
function fromEncoded(text: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const pair of text.split('&')) {
    if (!pair) continue
    const [name = '', value = ''] = pair.replaceAll('+', ' ').split(/=(.*)/s)
    fields.append(decoded(name), decoded(value))
  }
  return fields
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return refuse('input.malformed', { reason: 'utf8' })
  }
}

function fromMultipart(form: FormData): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of form) if (typeof value === 'string') fields.append(name, value)
  return fields
}
