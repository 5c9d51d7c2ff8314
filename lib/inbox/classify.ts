import { returnDate } from './absence'
import { authenticationOf } from './authentication'
import { isMailServer, signsOfMachine } from './automatic'
import type { Bounced, Classified, Tag } from './classified'
import type { Parsed, Report } from './parsed'
import { severityOf } from './severity'

/** What the sorting must be told, because it is known outside the mail. */
export type Known = {
  /** The envelope's sender as the door knew it: '' is the null return path. */
  envelopeFrom: string | null
  envelopeTo: string[]
  /** The word of our own loop header. */
  loop: string
  /** Whose Authentication-Results are our receiving server's. */
  authserv: string | null
  readTag: (address: string) => Tag | null
  readMessageId: (id: string) => string | null
  now: Date
}

/**
 * Sorts a read mail, in this order: our own, a bounce, a complaint, an automatic mail, a person's. Each step leaves its code
 * on the trail. Pure; says nothing about tickets.
 */
export function classify(mail: Parsed, known: Known): Classified {
  const tags = tagsIn([...known.envelopeTo, ...mail.recipients], known)
  const answers = unique(
    [...mail.inReplyTo, ...mail.references.toReversed()].flatMap((id) => known.readMessageId(id) ?? []),
  )
  const base = {
    trail: tags.map(({ purpose }) => `tag_${purpose}`).slice(0, 5),
    bounces: [] as Bounced[],
    letterId: null,
    tags,
    answers,
    returnsAt: null,
    authentication: authenticationOf(mail.signs['authentication-results'] ?? [], known.authserv),
  }
  return (
    own(mail, known, base) ??
    bounce(mail, known, base) ??
    complaint(mail, known, base) ??
    automatic(mail, known, base) ?? { ...base, kind: 'person', trail: [...base.trail, 'person'] }
  )
}

type Base = Omit<Classified, 'kind'>
type Step = (mail: Parsed, known: Known, base: Base) => Classified | null

const own: Step = (mail, known, base) => {
  const looped = (mail.signs['x-lazo-loop'] ?? []).includes(known.loop)
  const itself = known.readMessageId(mail.messageId)
  // A report quotes our header in its part, never in its own head; a forwarding server keeps both.
  if (!looped && itself === null) return null
  return { ...base, kind: 'own', letterId: itself, trail: [...base.trail, looped ? 'own_loop' : 'own_message_id'] }
}

const bounce: Step = (mail, known, base) => {
  const { report } = mail
  const returned = base.tags.find(({ purpose }) => purpose === 'bounce')
  const code = report ? bounceSign(report, mail, known, returned !== undefined) : null
  if (!report || !code) return null
  const bounces = report.recipients.flatMap((one): Bounced[] => {
    const severity = severityOf(one)
    return severity
      ? [{ recipient: one.recipient ?? report.returnedTo, severity, status: one.status, diagnostic: one.diagnostic }]
      : []
  })
  const letterId = returned?.letterId ?? letterOf(report, known)
  const trail = [...base.trail, code, ...(letterId ? ['our_letter'] : [])]
  // A receipt of delivery tells of no trouble.
  if (bounces.length === 0 && report.recipients.length > 0)
    return { ...base, kind: 'automatic', letterId, trail: [...trail, 'delivered'] }
  const unnamed: Bounced = { recipient: report.returnedTo, severity: 'soft', status: null, diagnostic: null }
  return { ...base, kind: 'bounce', letterId, bounces: bounces.length > 0 ? bounces : [unnamed], trail }
}

function bounceSign(report: Report, mail: Parsed, known: Known, tagged: boolean): string | null {
  if (report.kind === 'delivery') return 'dsn'
  if (report.kind === 'feedback') return null
  const fromServer = isNull(mail, known) || isMailServer(mail)
  // Prose is believed only from what behaves like a mail server, and never over somebody's answering machine.
  if (!fromServer && !tagged) return null
  return fromServer || !mail.signs['auto-submitted'] ? (tagged ? 'verp' : 'prose') : null
}

const complaint: Step = (mail, known, base) => {
  if (mail.report?.kind !== 'feedback') return null
  const fromTag = [mail.report.returnedFrom ?? ''].flatMap((address) => known.readTag(address) ?? [])[0]?.letterId
  const letterId = base.tags[0]?.letterId ?? fromTag ?? letterOf(mail.report, known)
  return { ...base, kind: 'complaint', letterId: letterId ?? null, trail: [...base.trail, 'feedback_report'] }
}

const automatic: Step = (mail, known, base) => {
  const signs = signsOfMachine(mail, isNull(mail, known))
  if (signs.length === 0) return null
  const returnsAt = returnDate(`${mail.subject}\n${mail.text.slice(0, mail.quoteAt ?? undefined)}`, known.now)
  return { ...base, kind: 'automatic', returnsAt, trail: [...base.trail, ...signs] }
}

const isNull = (mail: Parsed, known: Known): boolean => (known.envelopeFrom ?? mail.returnPath) === ''

const letterOf = (report: Report, known: Known): string | null =>
  (report.returnedId ? known.readMessageId(report.returnedId) : null) ??
  [report.returnedFrom ?? ''].flatMap((address) => known.readTag(address) ?? [])[0]?.letterId ??
  null

function tagsIn(addresses: string[], known: Known): Tag[] {
  const found = new Map<string, Tag>()
  for (const address of addresses) {
    const tag = known.readTag(address)
    if (tag) found.set(`${tag.purpose} ${tag.letterId}`, tag)
  }
  return [...found.values()]
}

const unique = (ids: string[]): string[] => [...new Set(ids)]
