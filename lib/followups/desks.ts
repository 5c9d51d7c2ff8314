import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Step } from '@/db'
import { invitations, recoveries, tickets } from '@/db/schema'
import { type Author, record, system } from '@/lib/events'
import { refuse } from '@/lib/kit/refusal'
import { type Desk, type Desks, type Letter, type Message, queueLetter } from '@/lib/mail'
import { type OwnTexts, statesBefore, textsFor } from '@/lib/surveys'
import { decideAttention, decideContacted, decideWaiting, dossierOf, survivorOf } from '@/lib/tickets'
import { closing } from './closing'
import { enclosedIn } from './files/read'
import { house } from './find'
import { acknowledgementLetter } from './letters/acknowledgement'
import { type Asked, recoveryLetter, reminderLetter, thanksLetter } from './letters/asking'
import { replyLetter, summaryLetter } from './letters/conversation'
import { type Case, caseOf, contactDueAt, messageById, recoveryByInvitation, surveyOf } from './reading'
import { remindAt, silentAt } from './recovery'
import { acknowledgementStill, askingStill, replyStill, stillOf, summaryStill, thanksStill } from './still'

/** A person's letter has left: that is a contact, at the instant of the server's 250. */
const contacted: Desk['sent'] = async (given, at) => {
  const letter = await followed(given)
  const its = await caseFor(letter)
  const author = await authorFor(letter)
  const waits = await waitsFrom(letter, author, at)
  return (tx) => [
    ...waits,
    ...decideContacted(author, its.ticket, letter.id, at),
    ...(its.ticket.attention === 'letter_failed'
      ? [
          tx
            .update(tickets)
            .set({ attention: null })
            .where(and(eq(tickets.id, its.ticket.id), eq(tickets.attention, 'letter_failed'))),
        ]
      : []),
  ]
}

// While it was on its way its ticket may have been merged into another: what comes of it belongs there.
const followed = async (letter: Letter): Promise<Letter> => ({
  ...letter,
  ticketId: letter.ticketId && (await survivorOf(letter.ticketId)),
})

/** Put off to this day and meant to wait for the answer: the waiting begins now. */
async function waitsFrom(letter: Letter, author: Author, at: Date): Promise<Step[]> {
  if (letter.facts.scheduled !== 1 || letter.facts.next !== 'wait') return []
  const dossier = await dossierOf(house, letter.ticketId ?? '')
  return dossier.ticket.status === 'in_progress' ? decideWaiting(author, dossier, { for: 'customer' }, at).steps : []
}

/** What a person wrote will not arrive: the ticket asks for one. */
const undelivered: Desk['failed'] = async (given, at) => {
  const letter = await followed(given)
  const dossier = await dossierOf(house, letter.ticketId ?? '')
  if (dossier.ticket.attention || dossier.ticket.status === 'discarded') return () => []
  return () => decideAttention(system('followups'), dossier, 'letter_failed', at).steps
}

/** The question will not arrive: nobody can be asked, and that is the outcome. */
const unasked: Desk['failed'] = async (letter, at) => {
  const dossier = await dossierOf(house, letter.ticketId ?? '')
  if (dossier.ticket.status !== 'resolved') return () => []
  const closed = closing(system('followups'), dossier, { outcome: 'unreachable' }, at)
  return (tx) => [
    tx
      .update(invitations)
      .set({ state: 'bounced', reason: 'undelivered', remindAt: null })
      .where(and(eq(invitations.id, letter.invitationId ?? ''), inArray(invitations.state, statesBefore('bounced')))),
    ...closed(tx),
  ]
}

/** Whoever writes, checks and follows up the letters about a case. */
export const desks: Desks = {
  acknowledgement: {
    words: async (letter) => acknowledgementLetter(await caseFor(letter), await contactDueAt(letter.ticketId ?? '')),
    still: stillOf(acknowledgementStill),
  },
  reply: {
    words: async (letter) => {
      const its = await caseFor(letter)
      return withFiles(letter, replyLetter(its, await wordsOf(letter), letter.fromName ?? its.organization.name))
    },
    still: stillOf(replyStill),
    sent: contacted,
    failed: undelivered,
  },
  summary: {
    words: async (letter) => {
      const its = await caseFor(letter)
      return withFiles(letter, summaryLetter(its, await wordsOf(letter), letter.fromName ?? its.organization.name))
    },
    still: stillOf(summaryStill),
    sent: contacted,
    failed: undelivered,
  },
  recovery: {
    words: async (letter) => recoveryLetter(...(await askedWith(letter))),
    still: stillOf(askingStill),
    sent: asked,
    failed: unasked,
  },
  recovery_reminder: {
    words: async (letter) => {
      const recovery = await recoveryByInvitation(letter.invitationId ?? '')
      const sentAt = recovery?.sentAt ?? letter.createdAt
      return reminderLetter(...(await askedWith(letter)), { sentAt, silentAt: silentAt(sentAt) })
    },
    still: stillOf(askingStill),
  },
  thanks: {
    words: async (letter) => thanksLetter(await caseFor(letter), Number(letter.facts.score)),
    still: stillOf(thanksStill),
  },
}

/** The survey has left: the round and its invitation know when, and the one reminder waits for its day. */
async function asked(letter: Letter, at: Date) {
  const { ticket, calendar } = await dossierOf(house, letter.ticketId ?? '')
  const invitationId = letter.invitationId ?? ''
  const reminder = queueLetter(
    {
      kind: 'recovery_reminder',
      to: letter.toAddress,
      toName: letter.toName,
      language: letter.language,
      ticketId: letter.ticketId,
      customerId: letter.customerId,
      invitationId,
      automatic: true,
      notBefore: remindAt(at, calendar),
    },
    at,
  )
  return (tx: Parameters<Awaited<ReturnType<NonNullable<Desk['sent']>>>>[0]) => [
    tx
      .update(recoveries)
      .set({ sentAt: at, deliveredAt: at })
      .where(and(eq(recoveries.invitationId, invitationId), isNull(recoveries.sentAt))),
    tx
      .update(invitations)
      .set({ state: 'sent', sentAt: at })
      .where(and(eq(invitations.id, invitationId), eq(invitations.state, 'queued'))),
    ...reminder,
    ...record(
      [
        {
          kind: 'recovery.sent',
          subject: { kind: 'ticket', id: ticket.id },
          actor: system('followups'),
          announced: true,
        },
      ],
      at,
    ),
  ]
}

const caseFor = async (letter: Letter): Promise<Case> =>
  (letter.ticketId ? await caseOf(letter.ticketId, letter.language) : null) ?? refuse('ticket.unknown')

const wordsOf = async (letter: Letter): Promise<string> =>
  (letter.messageRowId ? await messageById(letter.messageRowId) : null)?.text ?? refuse('message.unknown')

const withFiles = async (letter: Letter, message: Message): Promise<Message> => ({
  ...message,
  attachments: letter.messageRowId ? await enclosedIn(letter.messageRowId) : [],
})

async function authorFor(letter: Letter): Promise<Author> {
  const message = letter.messageRowId ? await messageById(letter.messageRowId) : null
  const kind = message?.authorKind === 'user' || message?.authorKind === 'key' ? message.authorKind : 'system'
  return { kind, id: message?.authorId ?? 'followups' }
}

async function askedWith(letter: Letter): Promise<[Case, Asked]> {
  const its = await caseFor(letter)
  const survey = (await surveyOf(letter.invitationId)) ?? refuse('survey.unknown')
  const texts = textsFor({ kind: survey.kind, texts: survey.texts as OwnTexts }, its.organization.name, its.locale)
  return [its, { slug: survey.slug, invitationId: letter.invitationId ?? '', texts }]
}
