import { type Actor, demand } from '@/lib/identity/shared'
import { isRefusal } from '@/lib/kit/refusal'
import { suppressionOf } from '@/lib/mail'
import { type Changed, type Decided, type Dossier, dossierOf, inTurn, work } from '@/lib/tickets'
import type { Effect, MacroDeeds } from './macro-input'
import { type Plan, planOf, type Rewording } from './macro-plan'
import { macroById, usedOnce } from './macros'

/** Why a macro cannot be run on a ticket now: a refusal's code and facts and, where one blocks, the field. */
export type Blocked = { code: string; facts: Record<string, unknown>; field: string | null }

export type Preview = {
  /** What the customer would read, variables filled; null when nothing is written. */
  text: string | null
  /** Variables without a value: they stand as written, and block. */
  unresolved: string[]
  /** What it does, in order. */
  effects: Effect[]
  /** A letter goes out. */
  mails: boolean
  to: { name: string | null; address: string } | null
  /** The address gets nothing automatic (bounced, unsubscribed); a person's letter still goes out unless it bounced. */
  suppressed: string | null
  blocked: Blocked | null
  version: number
}

/** What a macro would do to a ticket, without doing it. Refuses `macro.unknown`, `ticket.unknown`. */
export async function previewMacro(actor: Actor, macroId: string, ticketId: string, now: Date): Promise<Preview> {
  const [macro, dossier] = await Promise.all([macroById(actor, macroId), dossierOf(actor, ticketId)])
  const plan = await planOf(actor, macro.deeds, dossier, now)
  const { addressee } = plan.words
  const mails = mailsOf(macro.deeds)
  return {
    ...{ text: plan.text, unresolved: plan.unresolved, effects: plan.effects, mails },
    to: mails && addressee?.email ? { name: addressee.name, address: addressee.email } : null,
    suppressed: mails && addressee?.emailKey ? ((await suppressionOf(addressee.emailKey, now))?.reason ?? null) : null,
    blocked: await blockedBy(dossier, plan),
    version: dossier.ticket.version,
  }
}

/**
 * Does all that a macro says as one list: all of it or none. `text` are the words as the person changed them, `hold` the
 * seconds in which the letter can be taken back. A macro that only writes answers with its words, for the composer.
 * Refuses `macro.unknown`, `macro.unresolved`, `ticket.stale`, and what each of its deeds refuses, naming the field.
 */
export async function runMacro(
  actor: Actor,
  macroId: string,
  ticketId: string,
  { version, ...rewording }: Rewording & { version?: number | undefined },
  now: Date,
): Promise<Changed & { text: string | null }> {
  demand(actor, 'tickets.work')
  const macro = await macroById(actor, macroId)
  let text: string | null = null
  const changed = await work(actor, ticketId, version, async (dossier) => {
    const plan = await planOf(actor, macro.deeds, dossier, now, rewording)
    text = macro.deeds.reply?.way === 'write' ? plan.text : null
    const decided = await inTurn(dossier, plan.moves)
    return { ...decided, steps: [...decided.steps, usedOnce(macro.id)] }
  })
  return { ...changed, text }
}

/** A macro as one decision on a ticket, for a run over many: what it writes for the composer does not count. */
export async function macroOn(actor: Actor, deeds: MacroDeeds, dossier: Dossier, now: Date): Promise<Decided> {
  const { reply, ...rest } = deeds
  const sent = reply && reply.way !== 'write' ? { reply } : {}
  const plan = await planOf(actor, { ...rest, ...sent }, dossier, now)
  return inTurn(dossier, plan.moves)
}

/** Whether a macro sends a letter. */
export const mailsOf = ({ reply }: MacroDeeds): boolean => reply !== undefined && reply.way !== 'write'

// Decisions are made and thrown away: whatever would be refused is told before anybody presses the button.
async function blockedBy(dossier: Dossier, { moves }: Plan): Promise<Blocked | null> {
  try {
    await inTurn(dossier, moves)
    return null
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { code: error.code, facts: error.facts, field: error.issues[0]?.path ?? null }
  }
}
