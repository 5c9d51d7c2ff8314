import { sizeOf } from './attachment-size'
import type { ComposerProps } from './composer'
import type { OthersDraft } from './composer-shared'
import { composerWords } from './composer-words'
import type { Mode } from './deed'
import type { KeptDraft } from './draft-keeping'
import type { Choice } from './row-view'
import { snoozeChoices } from './snooze-choices'
import type { TicketFacts } from './ticket-facts'
import { addressee, customerName, deedsOf } from './ticket-view'
import { first } from './timeline-item'

const most = 5
const telling = ['note', 'reply', 'letter', 'inbound', 'customer_page']

/** What the composer begins with, written out. */
export function composerView(facts: TicketFacts): ComposerProps {
  const { ticket, actor, house, messages, lookup, drafts, drafted, t, f, now } = facts
  const { to, unreachable } = addressee(facts)
  const { may } = deedsOf(facts)
  const name = customerName(facts)
  return {
    ticket: { id: ticket.id, number: ticket.number },
    ...{ to, unreachable },
    from: t('ticket.composer.fromName', { person: first(actor.name), organization: house }),
    first: to ? 'reply' : 'note',
    can: { wait: ticket.open, resolve: may.resolve, macro: may.macro },
    recent: messages
      .filter((one) => telling.includes(one.kind) && !one.withdrawnAt)
      .slice(-most)
      .map((one) => ({
        id: one.id,
        author:
          one.authorKind === 'customer'
            ? name
            : (lookup.person(one.authorId ?? '') ?? one.fromName ?? t('ticket.system')),
        time: f.near(one.createdAt, now),
        text: one.quoteAt === null ? one.text : one.text.slice(0, one.quoteAt).trimEnd(),
        note: one.kind === 'note',
      })),
    drafts: {
      mine: Object.fromEntries(
        drafts
          .filter((one) => one.mine)
          .map(({ kind, text, updatedAt, seenMessageId, shared }) => [
            kind,
            { text, at: updatedAt.toISOString(), seen: seenMessageId, shared },
          ]),
      ) as Partial<Record<Mode, KeptDraft & { shared: boolean }>>,
      others: drafts
        .filter((one) => !one.mine)
        .map(({ kind, owner, text }): OthersDraft => ({ kind, from: owner, text })),
    },
    files: drafted.map(({ id, name: file, size }) => ({ id, name: file, size: sizeOf(size, f) })),
    people: readersIn(facts),
    later: {
      ...snoozeChoices(t, f, now),
      label: t('thread.later.label'),
      when: t('thread.later.when'),
      save: t('thread.later.save'),
      past: t('thread.later.past'),
    },
    zone: { locale: actor.locale, timeZone: actor.timeZone },
    words: composerWords(t, first(name)),
  }
}

/** Everybody who may see the ticket, with who is away. */
export const readersIn = ({ choices, t, f }: TicketFacts): Choice[] =>
  choices.readers.map(({ id, name }) => {
    const away = choices.people.find((one) => one.id === id)?.absentUntil
    return { id, name, ...(away && { note: t('thread.side.away', { day: f.day(away) }) }) }
  })
