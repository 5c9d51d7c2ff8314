import { sql } from 'drizzle-orm'
import { freeze } from '@/db'
import { contributors } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { change, type Decided, unchanged } from '../change'
import { type Changed, work } from '../commit'
import type { HelpInput } from '../deed-inputs'
import type { Dossier } from '../dossier'
import { helpOn } from '../ending'
import { memberIn, teamBy } from '../lookups'
import { owned } from '../properties'

/** Asks another team (id or slug) to help on a ticket: its people see it and may be given it. Refuses `ticket.unknown`, `ticket.stale`, `input.invalid`. */
export async function askTeam(actor: Actor, id: string, input: HelpInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => toHelp(actor, dossier, input.team, now))
}

/** A team helps no longer; whoever had the ticket as one of its people has it no longer. Refuses as `askTeam`. */
export async function dismissTeam(actor: Actor, id: string, input: HelpInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => toDismiss(actor, dossier, input.team, now))
}

async function toHelp(actor: Actor, dossier: Dossier, ref: string, now: Date): Promise<Decided> {
  const { ticket, contributors: helping } = dossier
  const team = await teamBy(ref)
  if (team.id === ticket.teamId || helping.includes(team.id)) return unchanged(dossier)
  const rows = [helpOn({ ticketId: ticket.id, teamId: team.id })]
  const decided = change(dossier, { fact: 'team_asked', by: actor, payload: { to: team.id }, rows }, now)
  return { ...decided, dossier: { ...decided.dossier, contributors: [...helping, team.id] } }
}

async function toDismiss(actor: Actor, dossier: Dossier, ref: string, now: Date): Promise<Decided> {
  const { ticket, contributors: helping } = dossier
  const team = await teamBy(ref, true)
  if (!helping.includes(team.id)) return unchanged(dossier)
  const left = helping.filter((one) => one !== team.id)
  const stays = !ticket.assigneeId || (await memberIn(ticket.assigneeId, [ticket.teamId, ...left]))
  const decided = change(
    dossier,
    {
      fact: 'team_dismissed',
      by: actor,
      payload: { from: team.id, assignee: stays ? ticket.assigneeId : null },
      ticket: stays ? {} : owned(ticket, null),
      rows: [deleteHelp({ ticketId: ticket.id, teamId: team.id })],
    },
    now,
  )
  return { ...decided, dossier: { ...decided.dossier, contributors: left } }
}

const deleteHelp = freeze('delete contributor', (tx) =>
  tx
    .delete(contributors)
    .where(
      sql`${contributors.ticketId} = ${sql.placeholder('ticketId')} and ${contributors.teamId} = ${sql.placeholder('teamId')}`,
    ),
)
