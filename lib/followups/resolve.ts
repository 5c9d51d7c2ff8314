import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { causeBy, commit, type Decided, type Dossier, decideResolve } from '@/lib/tickets'
import { checkWords } from './check'
import { enclose } from './files/enclose'
import { customerOf, findTicket } from './find'
import { leavingAt, letterTo, signerOf } from './letter'
import { demandSeen } from './overtaken'
import { say } from './say'
import type { ResolveInput, ResolveSending } from './shared'

/**
 * Resolves a ticket and tells the customer at once, in one list; the recovery survey follows by the timetable. Resolves to
 * the id of the summary as a message. Where contact was declined or nobody can be reached no letter goes out, and the
 * ticket closes at once with that outcome. Refuses `identity.forbidden`, `ticket.unknown`, `ticket.stale`,
 * `ticket.transition`, `ticket.incomplete` with one issue per missing field, `reply.overtaken`, `input.invalid` for an unknown
 * cause, a variable left in the summary or a file that is not there.
 */
export async function resolve(
  actor: Actor,
  ticketId: string,
  input: ResolveInput & ResolveSending,
  now: Date,
): Promise<{ id: string }> {
  demand(actor, 'tickets.work')
  if (input.summary) checkWords({ text: input.summary }, now)
  const dossier = await findTicket(actor, ticketId, input.version)
  await demandSeen(actor, dossier, input.seen)
  const { messageId, ...decided } = await resolveOn(actor, dossier, input, now)
  await commit(ticketId, decided.steps)
  return { id: messageId }
}

/** The same as a decision, for a list of several. Refuses what `resolve` refuses. */
export async function resolveOn(
  actor: Actor,
  dossier: Dossier,
  input: Omit<ResolveInput & ResolveSending, 'version' | 'seen'>,
  now: Date,
): Promise<Decided & { messageId: string }> {
  const { id: ticketId } = dossier.ticket
  const rootCause = input.rootCause ? await causeBy(input.rootCause) : null
  const { actionTaken, summary, contact } = input
  const resolution = { rootCause, actionTaken, summary, contact: contact ?? undefined }
  const decided = decideResolve(authorOf(actor), dossier, resolution, now)
  const customer = await customerOf(dossier.ticket)
  const ids = { messageId: newId('message'), letterId: newId('letter') }
  const told = decided.ticket.status === 'resolved' && dossier.reach.email && customer?.email
  const enclosed = told ? await enclose(ticketId, input.attachments, ids.messageId) : []
  const steps = [
    ...decided.steps,
    ...enclosed,
    ...(decided.ticket.summary
      ? [
          say(
            {
              id: ids.messageId,
              ticketId,
              kind: 'letter',
              authorKind: actor.kind,
              authorId: actor.id,
              text: decided.ticket.summary,
              letterId: told ? ids.letterId : null,
              visible: true,
            },
            now,
          ),
        ]
      : []),
    ...(told
      ? letterTo({ ...customer, email: told }, dossier, 'summary', ids, signerOf(actor), now, {
          ...leavingAt(input, now),
          next: 'resolve',
        })
      : []),
  ]
  return { ...decided, steps, messageId: ids.messageId }
}
