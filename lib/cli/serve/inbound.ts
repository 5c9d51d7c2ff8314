import type { IncomingMessage, ServerResponse } from 'node:http'
import { keyActor } from '@/lib/identity'
import { type Arriving, keep, largestMail } from '@/lib/inbox'
import { problem, problemOf, type RestAnswer } from '@/lib/integrations'
import { now } from '@/lib/kit/clock'
import { take } from '@/lib/kit/rate'
import { isRefusal, refuse } from '@/lib/kit/refusal'
import { bodyOf } from './body'
import { envelopeIn, fromForm, header, invalid, looksLikeMail } from './envelope'

/** The door for raw mail: mail servers and forwarding services post what they received. */
export const isInbound = (url: string): boolean => url.split('?')[0] === '/api/inbound/mail'

// What a form adds around the mail.
const around = 262_144

/**
 * Takes one mail: `message/rfc822`, or a form with it in the field `email` or `body-mime`; Bearer key with the scope
 * `mail:write`. 202 with its id only after it is stored for good; the same bytes again get the same id.
 */
export async function answerInbound(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const done = await takeIn(request).catch((error: unknown) => {
    if (request.destroyed && !request.complete) return null
    return isRefusal(error) && error.code === 'input.contentType' ? wrongType : problemOf(error)
  })
  if (!done) return
  // Refused before its body was read: nobody waits for the rest of it.
  const early = !request.complete
  response.writeHead(done.status, { ...done.headers, ...(early ? { connection: 'close' } : {}) })
  response.end(done.body)
  if (early) {
    request.resume()
    setTimeout(() => request.destroy(), 2_000).unref()
  }
}

const wrongType = problem(
  415,
  'input.contentType',
  'Send message/rfc822, or multipart/form-data with the raw mail in the field email or body-mime, without Content-Encoding.',
)

async function takeIn(request: IncomingMessage): Promise<RestAnswer> {
  if (request.method !== 'POST') refuse('method.notAllowed', { allow: ['POST'] })
  const at = now()
  await knock(request, at)
  const type = header(request, 'content-type')
  const isForm = /^multipart\/form-data\s*;/i.test(type)
  if (request.headers['content-encoding'] || !(isForm || /^message\/rfc822\s*(;|$)/i.test(type))) {
    refuse('input.contentType')
  }
  const given = envelopeIn(request)
  const body = Buffer.from(await bodyOf(request, isForm ? largestMail + around : largestMail))
  const mail = isForm ? fromForm(body, type) : { bytes: body, envelope: null }
  if (!looksLikeMail(mail.bytes)) invalid('body', 'not_a_mail', 'a message with headers, as it was received')
  const envelope = given ?? mail.envelope ?? undefined
  const arriving: Arriving = { source: 'http', mailbox: 'http', bytes: mail.bytes, ...(envelope ? { envelope } : {}) }
  const { id } = await keep(arriving, at)
  return { status: 202, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id }) }
}

async function knock(request: IncomingMessage, at: Date): Promise<void> {
  const bearer = /^Bearer ([\x21-\x7e]{8,200})$/.exec(header(request, 'authorization'))?.[1]
  const key = bearer ? await keyActor(bearer, at) : null
  if (!key) return refuse('identity.unauthenticated')
  if (!key.scopes.includes('mail:write') && !key.scopes.includes('admin'))
    refuse('identity.forbidden', { scope: 'mail:write' })
  const taken = take(`key:${key.id}`, key.rate, Math.max(1, key.rate), at)
  if (!taken.allowed) refuse('rate.exceeded', { retryAfter: taken.retryAfter })
}
