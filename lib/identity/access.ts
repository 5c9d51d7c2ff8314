import { type Actor, permits } from './shared'

/** Who may say who is in a team: administration and CX management any, a lead their own. */
export const mayManageTeam = (actor: Actor, teamId: string): boolean =>
  permits(actor, 'team.manage') && (actor.kind !== 'user' || actor.role !== 'lead' || actor.teams.includes(teamId))

/** Who reads colleagues' addresses: those who assign work or administer, and programs. */
export const maySeeAddresses = (actor: Actor): boolean =>
  actor.kind !== 'user' || permits(actor, 'tickets.assign') || permits(actor, 'people.manage')
