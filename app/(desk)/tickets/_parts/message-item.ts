import type { Formatter, Translate } from '@/lib/i18n'
import type { MessageOn } from '@/lib/tickets'
import type { Names } from './event-line'
import { letterLine } from './message-state'
import { type FileLine, first, type TimelineItem } from './timeline-item'
import type { Told } from './timeline-items'

export type FilesOf = Map<string, FileLine[]>

/** Something said, as it stands in the timeline: mail, a letter, a note, or one grey line for what counts as nothing. */
export function spokenItem(
  one: MessageOn,
  told: Told,
  names: Names,
  t: Translate,
  f: Formatter,
  now: Date,
): TimelineItem {
  const at = { id: one.id, iso: one.createdAt.toISOString(), time: f.near(one.createdAt, now) }
  const text = one.erasedAt ? t('ticket.erased') : one.text
  if (one.kind === 'automatic' || one.kind === 'bounce')
    return {
      ...at,
      kind: 'grey',
      text: greyText(one, t, f),
      words: text,
      tone: one.kind === 'bounce' ? 'late' : 'quiet',
      source: sourceOf(one),
    }
  const author = authorOf(one, told, names, t)
  return {
    ...at,
    kind: one.kind === 'note' ? 'note' : 'message',
    author,
    beside: beside(one, told, t),
    text,
    quoteAt: one.erasedAt ? null : one.quoteAt,
    ...(one.kind !== 'note' && { lang: told.customer.language }),
    letter:
      one.letter &&
      letterLine(
        one.id,
        one.letter,
        one.kind === 'reply' && !one.erasedAt ? one.text : null,
        told.works && !one.withdrawnAt,
        t,
        f,
        now,
      ),
    files: told.files.get(one.id) ?? [],
    mail: one.kind === 'inbound' && !one.erasedAt ? mailOf(one, author, t, f, now) : null,
    stranger:
      one.standing === 'stranger' && one.fromAddress && told.works
        ? {
            messageId: one.id,
            address: one.fromAddress,
            text: t('thread.stranger.text', { address: one.fromAddress }),
          }
        : null,
    withdrawn: one.withdrawnAt ? t('thread.withdrawn', { when: f.near(one.withdrawnAt, now) }) : null,
  }
}

function authorOf(one: MessageOn, told: Told, names: Names, t: Translate) {
  if (one.standing === 'stranger' || one.standing === 'staff') return one.fromName ?? one.fromAddress ?? ''
  if (one.authorKind === 'customer') return told.customer.name
  return names.person(one.authorId ?? '') ?? t('ticket.system')
}

function beside(one: MessageOn, { customer }: Told, t: Translate): string | undefined {
  if (one.kind === 'customer_page') return t('ticket.fromPage')
  if (one.kind === 'inbound') return one.fromAddress ?? customer.email ?? t('ticket.fromMail')
  if (one.kind === 'letter')
    return `${t('ticket.toCustomer', { name: first(customer.name) })} · ${t('ticket.letter.summary')}`
  return one.kind === 'reply' ? t('ticket.toCustomer', { name: first(customer.name) }) : undefined
}

const mailOf = (one: MessageOn, author: string, t: Translate, f: Formatter, now: Date) => ({
  subject: one.subject,
  html: one.hasHtml ? `/tickets/messages/${one.id}/html` : null,
  frame: t('thread.frame', { author, when: f.near(one.createdAt, now) }),
  source: sourceOf(one),
})

const sourceOf = ({ id, inboundId, erasedAt }: MessageOn) =>
  inboundId && !erasedAt ? `/tickets/messages/${id}/source` : null

function greyText(one: MessageOn, t: Translate, f: Formatter) {
  const address = one.fromAddress ?? ''
  // A delay is told by the same kind of report, and the letter is still on its way.
  if (one.kind === 'bounce') return t(one.letter?.bouncedAt ? 'thread.bounced' : 'thread.delayed', { address })
  return one.returnsAt ? t('thread.awayUntil', { day: f.day(one.returnsAt) }) : t('thread.automatic')
}
