import type { Attachment, Email } from 'postal-mime'
import type { RecipientReport, Report } from '../parsed'
import { line } from './clean'

const longest = 256 * 1024

/** What a DSN (RFC 3464, RFC 6533) or a feedback report (RFC 5965) says, or null when the mail is neither. */
export function reportOf(email: Email): Report | null {
  const status = partOf(email, /^message\/(global-)?delivery-status$/)
  const feedback = partOf(email, /^message\/feedback-report$/)
  if (!status && !feedback) return null
  const returned = partOf(email, /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers|message\/global-headers)$/)
  const head = returned ? headerText(returned) : ''
  const about = {
    returnedId: /<[^<>\s]{1,500}>/.exec(fieldOf(head, 'message-id'))?.[0] ?? null,
    returnedFrom: addressIn(fieldOf(head, 'return-path')) ?? addressIn(fieldOf(head, 'from')),
    returnedTo: addressIn(fieldOf(head, 'to')),
  }
  if (!status && feedback) {
    const fields = textOf(feedback)
    const recipient = addressIn(fieldOf(fields, 'original-rcpt-to')) ?? about.returnedTo
    const returnedFrom = addressIn(fieldOf(fields, 'original-mail-from')) ?? about.returnedFrom
    return {
      kind: 'feedback',
      recipients: [{ recipient, action: null, status: null, diagnostic: null }],
      ...about,
      returnedFrom,
    }
  }
  return { kind: 'delivery', recipients: status ? recipientsIn(textOf(status)) : [], ...about }
}

/** Parts that are the report's own machinery: not files that somebody sent. */
export const isMachinery = ({ mimeType }: Attachment): boolean => /^(message\/|text\/rfc822-headers)/.test(mimeType)

// Blocks are separated by empty lines; the first is about the message, the others about one recipient each.
function recipientsIn(text: string): RecipientReport[] {
  return text
    .split(/\n\s*\n/)
    .slice(0, 500)
    .filter((block) => /^(final|original)-recipient\s*:/im.test(block))
    .slice(0, 200)
    .map((block) => {
      const diagnostic = line(fieldOf(block, 'diagnostic-code').replace(/^[\w-]+\s*;\s*/, ''), 500) || null
      const given = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(block, 'status'))?.[0] ?? null
      const better = !given || /\.0\.0$/.test(given) ? (enhanced(diagnostic) ?? given) : given
      return {
        // Where the last server handed it, else whom we wrote to.
        recipient: addressIn(fieldOf(block, 'original-recipient')) ?? addressIn(fieldOf(block, 'final-recipient')),
        action: actionOf(fieldOf(block, 'action')),
        status: better,
        diagnostic,
      }
    })
}

export const enhanced = (text: string | null): string | null =>
  /\b[45]\d\d[- #(]{1,3}([45]\.\d{1,3}\.\d{1,3})\b/.exec(text ?? '')?.[1] ??
  /(?:^|[\s(#[])([45]\.\d{1,3}\.\d{1,3})\b/.exec(text ?? '')?.[1] ??
  null

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const
const actionOf = (text: string) => actions.find((action) => text.toLowerCase().startsWith(action)) ?? null

const partOf = (email: Email, type: RegExp) => email.attachments.find(({ mimeType }) => type.test(mimeType))

const textOf = ({ content }: Attachment): string => {
  if (typeof content === 'string') return content.slice(0, longest)
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content)
  return Buffer.from(bytes.subarray(0, longest)).toString('utf8').replace(/\r\n?/g, '\n')
}

const headerText = (part: Attachment): string => textOf(part).split(/\n\n/)[0] ?? ''

/** A field's value, folded lines joined. */
function fieldOf(text: string, name: string): string {
  const found = new RegExp(`^${name}[ \\t]*:([^\\n]*(?:\\n[ \\t][^\\n]*)*)`, 'im').exec(text)
  return found?.[1]?.replace(/\n[ \t]+/g, ' ').trim() ?? ''
}

export const addressIn = (text: string): string | null => {
  const found = /[^\s<>()[\]";,:]+@[^\s<>()[\]";,:]+/.exec(text.replace(/^[\w-]+\s*;/, ''))?.[0]
  return found ? line(found, 320).toLowerCase() : null
}
