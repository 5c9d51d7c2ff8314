import type { Outcome } from '@/db/words/tickets'
import type { Author } from '@/lib/events'
import { after, days, hours } from '@/lib/kit/clock'
import { type FieldIssue, refuse } from '@/lib/kit/refusal'
import { change, type Decided, followedBy, unchanged, withClock } from './change'
import { awake, type Contact, decideContactLog } from './contact'
import type { Dossier } from './dossier'
import { evidenceOf, maySpeakTo } from './evidence'
import { openFrom } from './hours'
import { decideWork } from './moves'
import { abandon, settle } from './sla'
import { demandArrow, isOpen } from './states'

export type Resolution = {
  /** Id of the verified root cause. */
  rootCause?: string | null | undefined
  actionTaken?: string | null | undefined
  /** What the customer reads; not asked when they may not or cannot be told. */
  summary?: string | null | undefined
  /** A contact that happened just now, logged along. */
  contact?: Contact | undefined
}

const askAfter = hours(24)
const silence = days(7)

/**
 * Resolves: root cause, action, summary and evidence of contact stand, or refusal `ticket.incomplete` with one issue per
 * missing field; `ticket.transition` when it is resolved, closed or discarded already. A ticket that nobody took to work
 * yet, or that waits, passes through in progress. Then `askAt` says when the customer is asked again (24 hours later, in
 * business hours), or `verdictDueAt` when silence closes it (no address: 7 days). A ticket whose customer may not or
 * cannot be reached passes on to closed at once, as `declined` or `unreachable`, with neither.
 */
export function decideResolve(by: Author, dossier: Dossier, resolution: Resolution, now: Date): Decided {
  const { status } = dossier.ticket
  if (!isOpen(status)) demandArrow(status, 'resolved')
  const { contact } = resolution
  const logged = contact ? decideContactLog(by, dossier, contact, now) : unchanged(dossier)
  const working =
    logged.ticket.status === 'in_progress' ? logged : followedBy(logged, (next) => decideWork(by, next, now))
  return followedBy(working, (next) => settleDossier(by, next, resolution, now))
}

function settleDossier(by: Author, dossier: Dossier, resolution: Resolution, now: Date): Decided {
  const { ticket, calendar } = dossier
  const evidence = evidenceOf(dossier)
  const tells = evidence === null || maySpeakTo(evidence)
  const rootCauseId = resolution.rootCause ?? ticket.rootCauseId
  const actionTaken = textOf(resolution.actionTaken) ?? ticket.actionTaken
  const summary = textOf(resolution.summary) ?? ticket.summary
  const issues = [
    ...(rootCauseId ? [] : [missing('rootCause')]),
    ...(actionTaken ? [] : [missing('actionTaken')]),
    ...(summary || !tells ? [] : [missing('summary')]),
    ...(evidence ? [] : [missing('contact')]),
  ]
  if (!evidence || issues.length > 0) refuse('ticket.incomplete', { missing: issues.map(({ path }) => path) }, issues)
  const asked = maySpeakTo(evidence) && dossier.reach.email
  const settled = withClock(dossier.clocks, 'resolution', (clock) => settle(clock, now, calendar))
  const clocks = withClock(settled, 'first_contact', (clock) => abandon(clock, now))
  const resolved = change(
    dossier,
    {
      fact: 'resolved',
      by,
      payload: { cause: rootCauseId, evidence },
      ticket: {
        status: 'resolved',
        resolvedAt: now,
        resolvedBy: by.id,
        rootCauseId,
        actionTaken,
        summary,
        evidence,
        attention: null,
        ...awake,
        askAt: asked ? openFrom(after(now, askAfter), calendar) : null,
        verdictDueAt: asked ? null : after(now, silence),
      },
      clocks,
    },
    now,
  )
  if (maySpeakTo(evidence)) return resolved
  const outcome = evidence === 'declined' ? 'declined' : 'unreachable'
  return followedBy(resolved, (next) => decideClose(by, next, { outcome }, now))
}

/** What ends a resolved ticket: the outcome, and the score of the recovery answer when there is one. */
export type Closing = { outcome: Outcome; score?: number | null }

/** Closes a resolved ticket with its outcome; further answers open a new one. Refuses `ticket.transition`. */
export const decideClose = (by: Author, dossier: Dossier, { outcome, score = null }: Closing, now: Date): Decided =>
  change(
    dossier,
    {
      fact: 'closed',
      by,
      payload: { outcome, score },
      ticket: {
        status: 'closed',
        closedAt: now,
        outcome,
        verdictScore: score,
        verdictAt: now,
        joinKey: null,
        askAt: null,
        verdictDueAt: null,
        attention: null,
      },
    },
    now,
  )

const textOf = (text: string | null | undefined): string | null => text?.trim() || null

const missing = (path: string): FieldIssue => ({ path, code: 'missing', message: `${path} is needed to resolve` })
