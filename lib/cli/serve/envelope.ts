import type { IncomingMessage } from 'node:http'
import { refuse } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import { type FormPart, partsOf } from './multipart'

const mostRecipients = 200
type Envelope = { from: string | null; to: string[] }

/** X-Envelope-From (`<>` is the null sender) and X-Envelope-To, when the door before ours says them. */
export function envelopeIn(request: IncomingMessage): Envelope | null {
  const from = request.headers['x-envelope-from']
  const to = request.headers['x-envelope-to']
  if (from === undefined && to === undefined) return null
  return {
    from: from === undefined ? null : senderIn(header(request, 'x-envelope-from'), 'X-Envelope-From'),
    to: to === undefined ? [] : recipientsIn(header(request, 'x-envelope-to').split(','), 'X-Envelope-To'),
  }
}

/** SendGrid's and Mailgun's raw posts: the mail and, beside it, what they know of the envelope. */
export function fromForm(body: Buffer, type: string): { bytes: Buffer; envelope: Envelope | null } {
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
export const looksLikeMail = (bytes: Buffer): boolean =>
  /^(\r?\n)?(From |>From |[!-9;-~]{1,200}[ \t]*:)/.test(bytes.toString('latin1', 0, 300))

export const invalid = (path: string, code: string, message: string): never =>
  refuse('input.invalid', {}, [{ path, code, message }])

export const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name]
  return (Array.isArray(value) ? value.join(',') : value) ?? ''
}
