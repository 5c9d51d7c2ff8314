import type { LetterKind, LetterState } from '@/db/words/mail'
import { after } from '@/lib/kit/clock'
import { pick } from './chance'
import desk from './data/desk.json'
import work from './data/work.json'
import type { Life } from './life'

type Language = 'es' | 'en'
type Words = Record<string, string[] | undefined>
export const languageOf = (life: Pick<Life, 'ticket'>): Language => (life.ticket.language === 'en' ? 'en' : 'es')

/** What is said at the desk in this ticket's language; Spanish where English has none. */
export const said = (life: Life, of: 'hello' | 'reply' | 'inbound' | 'note' | 'call'): string => {
  const own = (desk[languageOf(life)] as unknown as Words)[of] ?? desk.es[of]
  return pick(life.roll, own).replace('{nombre}', life.answer.customer?.given ?? '')
}

/** What was done and what the customer is told, by the group of the root cause; what they say when asked again, by band. */
export function saidOf(life: Life, of: 'action' | 'summary' | 'again', key: string): string {
  const own = desk[languageOf(life)][of] as Words
  return pick(life.roll, own[key] ?? own[''] ?? [''])
}

type Letter = {
  kind: LetterKind
  text: string
  from?: string
  message?: string
  invitation?: string
  state?: LetterState
}

/** A letter that left at `at`; its id. The words of those that the house writes come from its own templates. */
export function letter(
  life: Life,
  at: Date,
  { kind, text, from, message, invitation, state = 'sent' }: Letter,
): string {
  const { world, ticket, answer } = life
  const id = world.id('letter', at)
  const subjects = desk[languageOf(life)].subject as Record<string, string>
  world.rows.letters.push({
    id,
    kind,
    state,
    toAddress: answer.customer?.row.email ?? '',
    toName: answer.customer?.row.name ?? null,
    language: ticket.language,
    fromName: from ?? null,
    ticketId: ticket.id,
    customerId: ticket.customerId,
    invitationId: invitation ?? null,
    messageRowId: message ?? null,
    facts: { number: ticket.number },
    subject: (subjects[kind] ?? '').replace('{numero}', String(ticket.number)),
    text,
    html: null,
    raw: null,
    messageId: null,
    inReplyTo: null,
    automatic: kind !== 'reply',
    via: 'preview',
    attempts: 1,
    resent: false,
    answerCode: state === 'bounced' ? 550 : null,
    error: state === 'bounced' ? 'rejected_address' : null,
    notBefore: at,
    createdAt: at,
    updatedAt: after(at, 20_000),
    sentAt: state === 'sent' ? after(at, 20_000) : null,
  })
  return id
}

/** One of the house's own letters, from its template. */
export const template = (life: Life, kind: 'acknowledgement' | 'recovery', day: string): string =>
  desk[languageOf(life)].body[kind]
    .replace('{nombre}', life.answer.customer?.given ?? '')
    .replace('{numero}', String(life.ticket.number))
    .replace('{equipo}', life.answer.place.team.names[languageOf(life)] ?? life.answer.place.team.name)
    .replace('{fecha}', day)

type Message = {
  kind: 'note' | 'reply' | 'inbound' | 'letter' | 'automatic'
  text: string
  author: { kind: string; id: string | null }
  /** Of an out-of-office note: when they are back. */
  returnsAt?: Date
}

/** A line of the conversation; its id. Notes are the team's alone. */
export function message(
  life: Life,
  at: Date,
  { kind, text, author, returnsAt }: Message,
  letterId: string | null = null,
): string {
  const id = life.world.id('message', at)
  life.world.rows.messages.push({
    ...(kind === 'inbound' || kind === 'automatic' ? mailed(life) : {}),
    returnsAt: returnsAt ?? null,
    id,
    ticketId: life.ticket.id,
    kind,
    authorKind: author.kind,
    authorId: author.id,
    text,
    letterId,
    visible: kind !== 'note' && kind !== 'automatic',
    createdAt: at,
    erasedAt: null,
  })
  return id
}

// As whom and about what the customer wrote.
const mailed = ({ answer, ticket }: Life) => ({
  fromAddress: answer.customer?.row.email ?? null,
  fromName: answer.customer?.row.name ?? null,
  standing: 'participant' as const,
  subject: work[languageOf({ ticket })].subject.replace('{numero}', String(ticket.number)),
})
