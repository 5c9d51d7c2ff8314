import type { IncomingMessage, ServerResponse } from 'node:http'
import { keyActor } from '@/lib/identity'
import { type Arriving, keep, largestMail } from '@/lib/inbox'
import { problem, problemOf, type RestAnswer } from '@/lib/integrations'
import { now } from '@/lib/kit/clock'
import { take } from '@/lib/kit/rate'
import { isRefusal, refuse } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import { bodyOf } from './body'
import { type FormPart, partsOf } from './multipart'

/** The door for raw mail: mail servers and forwarding services post what they received. */
export const isInbound = (url: string): boolean => url.split('?')[0] === '/api/inbound/mail'

const mostRecipients = 200
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

type Envelope = { from: string | null; to: string[] }

/** X-Envelope-From (`<>` is the null sender) and X-Envelope-To, when the door before ours says them. */
function envelopeIn(request: IncomingMessage): Envelope | null {
  const from = request.headers['x-envelope-from']
  const to = request.headers['x-envelope-to']
  if (from === undefined && to === undefined) return null
  return {
    from: from === undefined ? null : senderIn(header(request, 'x-envelope-from'), 'X-Envelope-From'),
    to: to === undefined ? [] : recipientsIn(header(request, 'x-envelope-to').split(','), 'X-Envelope-To'),
  }
}

/** SendGrid's and Mailgun's raw posts: the mail and, beside it, what they know of the envelope. */
function fromForm(body: Buffer, type: string): { bytes: Buffer; envelope: Envelope | null } {
  const parts = partsOf(body, type) ?? refuse('input.malformed', { reason: 'form' })
  const mail = parts.find(({ name }) => name === 'email') ?? parts.find(({ name }) => name === 'body-mime')
  if (!mail) return invalid('email', 'required', 'the raw mail, in the field email or body-mime')
  return { bytes: mail.bytes, envelope: envelopeOf(parts) }
}

function envelopeOf(parts: FormPart[]): Envelope | null {
  const field = (name: string) => parts.find((part) => part.name === name)?.bytes.toString('utf8')
  const [sender, recipient, json] = [field('sender'), field('recipient'), field('envelope')]
  if (json !== undefined) {
    const { from, to } = parsed(json)
    const list = Array.isArray(to) ? to.map(String) : []
    return { from: typeof from === 'string' ? senderIn(from, 'envelope') : null, to: recipientsIn(list, 'envelope') }
  }
  if (sender === undefined && recipient === undefined) return null
  return {
    from: sender === undefined ? null : senderIn(sender, 'sender'),
    to: recipientsIn(recipient?.split(',') ?? [], 'recipient'),
  }
}

function parsed(json: string): { from?: unknown; to?: unknown } {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return invalid('envelope', 'json', 'not JSON')
  }
}

function senderIn(text: string, path: string): string {
  const bare = text.trim().replace(/^<(.*)>$/, '$1')
  if (bare === '') return ''
  return emailKey(bare) ? bare : invalid(path, 'address', 'not an address')
}

function recipientsIn(list: string[], path: string): string[] {
  const bare = list.map((one) => one.trim().replace(/^<(.*)>$/, '$1')).filter(Boolean)
  if (bare.length > mostRecipients) invalid(path, 'too_big', `at most ${mostRecipients} addresses`)
  return bare.every(emailKey) ? bare : invalid(path, 'address', 'not an address')
}

// The first line of a mail is a header's, or the line that mailbox files put before it.
const looksLikeMail = (bytes: Buffer): boolean =>
  /^(\r?\n)?(From |>From |[!-9;-~]{1,200}[ \t]*:)/.test(bytes.toString('latin1', 0, 300))

const invalid = (path: string, code: string, message: string): never =>
  refuse('input.invalid', {}, [{ path, code, message }])

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name]
  return (Array.isArray(value) ? value.join(',') : value) ?? ''
}
