import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import { type Filled, freeze, type Tx } from '@/db'
import {
  attachments,
  contactAttempts,
  drafts,
  gestures,
  inbound,
  letters,
  messages,
  notices,
  responses,
  subTasks,
  ticketAddresses,
  ticketLinks,
  tickets,
  ticketTags,
  watchers,
} from '@/db/schema'

type Way = { from: string; into: string }
const from = sql.placeholder('from')
const into = sql.placeholder('into')
const toInto = { ticketId: into as never }

/**
 * The writes that hand everything that hangs on one ticket to another: answers, words with their files and letters, mail
 * that came, attempts, tags, watchers, addresses, tasks, gestures, drafts, notices. What the other has already stays with
 * the first. Rounds of asking again, their answers and letters stay with the ticket that was asked about.
 */
export const moveAll = (way: Way): Filled[] => [...movers.map((move) => move(way)), recountAttempts({ id: way.into })]

const movers = [
  freeze('move responses', (tx) =>
    tx
      .update(responses)
      .set(toInto)
      .where(and(eq(responses.ticketId, from), eq(responses.kind, 'answer'))),
  ),
  freeze('move messages', (tx) => tx.update(messages).set(toInto).where(eq(messages.ticketId, from))),
  freeze('move letters', (tx) =>
    tx
      .update(letters)
      .set(toInto)
      .where(and(eq(letters.ticketId, from), notInArray(letters.kind, ['recovery', 'recovery_reminder', 'thanks']))),
  ),
  freeze('move attachments', (tx) => tx.update(attachments).set(toInto).where(eq(attachments.ticketId, from))),
  freeze('move inbound', (tx) => tx.update(inbound).set(toInto).where(eq(inbound.ticketId, from))),
  freeze('move suggestions', (tx) =>
    tx
      .update(inbound)
      .set({ suggestedTicketId: into as never })
      .where(and(inArray(inbound.state, ['unmatched', 'quarantined']), eq(inbound.suggestedTicketId, from))),
  ),
  freeze('move attempts', (tx) => tx.update(contactAttempts).set(toInto).where(eq(contactAttempts.ticketId, from))),
  freeze('move tasks', (tx) => tx.update(subTasks).set(toInto).where(eq(subTasks.ticketId, from))),
  freeze('move gestures', (tx) => tx.update(gestures).set(toInto).where(eq(gestures.ticketId, from))),
  freeze('move notices', (tx) => tx.update(notices).set(toInto).where(eq(notices.ticketId, from))),
  freeze('move tags', (tx) =>
    tx
      .update(ticketTags)
      .set(toInto)
      .where(
        sql`${ticketTags.ticketId} = ${from} and ${ticketTags.tag} not in (select has.tag from ${ticketTags} has where has.ticket_id = ${into})`,
      ),
  ),
  freeze('move watchers', (tx) =>
    tx
      .update(watchers)
      .set(toInto)
      .where(
        sql`${watchers.ticketId} = ${from} and ${watchers.userId} not in (select has.user_id from ${watchers} has where has.ticket_id = ${into})`,
      ),
  ),
  freeze('move addresses', (tx) =>
    tx
      .update(ticketAddresses)
      .set(toInto)
      .where(
        sql`${ticketAddresses.ticketId} = ${from} and ${ticketAddresses.addressKey} not in (select has.address_key from ${ticketAddresses} has where has.ticket_id = ${into})`,
      ),
  ),
  // Whatever the first came of or brought forth, the other is now kin to.
  freeze('copy links from', (tx) =>
    tx
      .insert(ticketLinks)
      .select(
        sql`select cast(${into} as text), k.to_id, k.kind, k.at from ${ticketLinks} k where k.from_id = ${from} and k.to_id <> ${into}`,
      )
      .onConflictDoNothing(),
  ),
  freeze('copy links to', (tx) =>
    tx
      .insert(ticketLinks)
      .select(
        sql`select k.from_id, cast(${into} as text), k.kind, k.at from ${ticketLinks} k where k.to_id = ${from} and k.from_id <> ${into}`,
      )
      .onConflictDoNothing(),
  ),
  // Somebody began to write on both: one draft holds both beginnings.
  freeze('join drafts', (tx) =>
    tx
      .update(drafts)
      .set({
        text: sql`${drafts.text} || ${'\n\n'} || (select had.text from ${drafts} had where had.ticket_id = ${from} and had.user_id = ${drafts.userId} and had.kind = ${drafts.kind})`,
      })
      .where(
        sql`${drafts.ticketId} = ${into} and exists (select 1 from ${drafts} had where had.ticket_id = ${from} and had.user_id = ${drafts.userId} and had.kind = ${drafts.kind})`,
      ),
  ),
  freeze('drop joined drafts', (tx) =>
    tx
      .delete(drafts)
      .where(
        sql`${drafts.ticketId} = ${from} and exists (select 1 from ${drafts} has where has.ticket_id = ${into} and has.user_id = ${drafts.userId} and has.kind = ${drafts.kind})`,
      ),
  ),
  freeze('move drafts', (tx) => tx.update(drafts).set(toInto).where(eq(drafts.ticketId, from))),
]

/** Sets a ticket's counts of attempts and contacts to what hangs on it now. */
export const recountAttempts = freeze('recount attempts', (tx) =>
  tx
    .update(tickets)
    .set({
      attempts: sql`(select count(*) from ${contactAttempts} where ${contactAttempts.ticketId} = ${tickets.id} and ${contactAttempts.direction} = 'out')`,
      contacts: sql`(select count(*) from ${contactAttempts} where ${contactAttempts.ticketId} = ${tickets.id} and ${contactAttempts.outcome} = 'spoke')`,
      firstAttemptAt: sql`(select min(${contactAttempts.at}) from ${contactAttempts} where ${contactAttempts.ticketId} = ${tickets.id} and ${contactAttempts.direction} = 'out')`,
    })
    .where(eq(tickets.id, sql.placeholder('id'))),
)

const id = sql.placeholder('id')

/** One answer goes to another ticket, if it still hangs on the first. */
export const moveResponse = freeze('move a response', (tx) =>
  tx
    .update(responses)
    .set(toInto)
    .where(and(eq(responses.id, id), eq(responses.ticketId, from))),
)

/** One message goes to another ticket, if it still hangs on the first. */
export const moveMessage = freeze('move a message', (tx) =>
  tx
    .update(messages)
    .set(toInto)
    .where(and(eq(messages.id, id), eq(messages.ticketId, from))),
)

/** What belongs to one message goes along: files, its letter, the mail that it came as, the attempt that it counted as. */
export const moveBelongings = (its: {
  id: string
  letterId: string | null
  inboundId: string | null
  at: Date
  from: string
  into: string
}): Filled[] => belongings.map((move) => move(its))

const letterId = sql.placeholder('letterId')
const inboundId = sql.placeholder('inboundId')

const belongings = [
  freeze('move files of a message', (tx) => tx.update(attachments).set(toInto).where(eq(attachments.messageRowId, id))),
  freeze('move letter of a message', (tx) => tx.update(letters).set(toInto).where(eq(letters.id, letterId))),
  freeze('move mail of a message', (tx) => tx.update(inbound).set(toInto).where(eq(inbound.id, inboundId))),
  freeze('move attempt of a letter', (tx) =>
    tx
      .update(contactAttempts)
      .set(toInto)
      .where(and(eq(contactAttempts.ticketId, from), eq(contactAttempts.letterId, letterId))),
  ),
]

/** The customer's word counted as a contact at the instant of their message: it counts where the message is. */
export const moveWordOf = freeze('move attempt of a word', (tx: Tx) =>
  tx
    .update(contactAttempts)
    .set(toInto)
    .where(
      and(
        eq(contactAttempts.ticketId, from),
        eq(contactAttempts.direction, 'in'),
        isNull(contactAttempts.letterId),
        eq(contactAttempts.at, sql.placeholder('at') as never),
      ),
    ),
)
