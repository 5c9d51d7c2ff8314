import { createHash } from 'node:crypto'
import PostalMime, { type Email } from 'postal-mime'
import type { Parsed, ParsedFile } from '../parsed'
import { fromLatin, line, words } from './clean'
import { fileOf } from './files'
import { fromHtml } from './from-html'
import { bounded, idsOf, partiesOf, recipientsOf, returnPathOf, signsOf, valuesOf } from './headers'
import { proseReport } from './prose'
import { quoteStart } from './quote'
import { isMachinery, reportOf } from './report'
import { limits, measure, Unreadable } from './shape'

/** Reads a mail within its limits. Runs in the child process only. Throws `Unreadable` with the reason. */
export async function read(given: Uint8Array): Promise<Parsed> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  measure(bytes)
  const email = await parsed(bytes)
  const notes: string[] = []
  const body = bodyOf(email, notes)
  const report = reportOf(email)
  const files = await filesIn(email, report !== null, body.html ?? '', notes)
  const subject = line(email.subject ?? '', 500)
  const [to, cc] = [partiesOf(email, 'to'), partiesOf(email, 'cc')]
  const recipients = recipientsOf(email, [...to, ...cc])
  if (recipients.length > limits.recipients) notes.push('recipients.many')
  const froms = email.headers.filter(({ key }) => key === 'from').length
  const from = partiesOf(email, 'from')
  const hash = hashOf([
    from[0]?.address ?? '',
    subject,
    body.text,
    body.html ?? '',
    ...files.map(({ sha256 }) => sha256),
  ])
  const [messageId] = idsOf(email, 'message-id')
  const date = email.date ? new Date(email.date) : null
  return {
    messageId: messageId ?? `<${hash.slice(0, 40)}@without-id.invalid>`,
    synthetic: messageId === undefined,
    inReplyTo: idsOf(email, 'in-reply-to').slice(0, 10),
    references: bounded(idsOf(email, 'references')),
    senders: Math.max(froms, from.length),
    from: from[0] ?? null,
    replyTo: partiesOf(email, 'reply-to').slice(0, 20),
    to: to.slice(0, limits.recipients),
    cc: cc.slice(0, limits.recipients),
    recipients: recipients.slice(0, limits.recipients),
    returnPath: returnPathOf(email),
    subject,
    date: date && date.getTime() > 0 && date.getFullYear() < 10_000 ? date : null,
    ...body,
    files,
    signs: signsOf(email),
    report: report ?? proseReport(subject, body.text, valuesOf(email, 'x-failed-recipients')),
    wordsHash: hash,
    notes,
  }
}

async function parsed(bytes: Buffer): Promise<Email> {
  try {
    return await new PostalMime({ maxNestingDepth: limits.depth, forceRfc822Attachments: true }).parse(bytes)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    throw new Unreadable(
      /nesting/.test(said) ? 'too_deep' : /header size/.test(said) ? 'headers_too_long' : 'malformed',
    )
  }
}

// The plain part, unless it is empty while there is HTML that says something.
function bodyOf(email: Email, notes: string[]): Pick<Parsed, 'text' | 'html' | 'quoteAt'> {
  const html = email.html
    ? bounds(fromLatin(email.html).replaceAll('\u0000', ''), limits.html, 'html.long', notes)
    : null
  const plain = words(email.text ?? '')
  if (plain.trim() || html === null) {
    const text = bounds(plain, limits.text, 'text.long', notes)
    return { text, html, quoteAt: quoteStart(text) }
  }
  const made = fromHtml(html)
  const lead = made.text.length - made.text.trimStart().length
  const text = bounds(words(made.text.trimStart()), limits.text, 'text.long', notes)
  const starts = [made.quoteAt === null ? null : Math.max(0, made.quoteAt - lead), quoteStart(text)]
  const at = Math.min(...starts.filter((start): start is number => start !== null), text.length)
  return { text, html, quoteAt: at < text.length && text.slice(0, at).trim() ? at : null }
}

const bounds = (text: string, length: number, note: string, notes: string[]): string => {
  if (text.length <= length) return text
  notes.push(note)
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

async function filesIn(email: Email, isReport: boolean, html: string, notes: string[]): Promise<ParsedFile[]> {
  const parts = isReport ? email.attachments.filter((part) => !isMachinery(part)) : email.attachments
  if (parts.length > limits.files) notes.push('files.many')
  const files: ParsedFile[] = []
  for (const [at, part] of parts.slice(0, limits.files).entries()) files.push(await fileOf(part, at, html))
  return files
}

const hashOf = (parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')
