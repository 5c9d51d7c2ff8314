import { system } from '@/lib/events'
import type { Desk, Desks } from '@/lib/mail'
import { decideAttention, dossierOf } from '@/lib/tickets'
import { house } from './find'

/** Too much automatic mail about one ticket is a loop or a flood: the ticket asks for a person, in the list that stops the letter. */
const stopped: NonNullable<Desk['stopped']> = async (letter, reason, at) => {
  if ((reason !== 'cap_ticket' && reason !== 'cap_total') || !letter.ticketId) return () => []
  const dossier = await dossierOf(house, letter.ticketId)
  if (dossier.ticket.attention || dossier.ticket.status === 'discarded') return () => []
  return () => decideAttention(system('followups'), dossier, 'mail_cap', at).steps
}

/** The same desks, which mark a ticket whose letters a cap stopped. */
export const capped = (desks: Desks): Desks =>
  Object.fromEntries(Object.entries(desks).map(([kind, desk]) => [kind, { ...desk, stopped }]))
