import { changeTickets } from '../actions'
import type { Change } from './use-changes'

export type Sent =
  | 'offline'
  | { changed: { id: string; version: number }[]; refused: { id: string; code: string; message: string }[] }

/** Asks the server for a change; a whole refusal counts for each ticket, no answer as being offline. */
export async function sendChange({ tickets, kind, choice }: Change): Promise<Sent> {
  const tagged = kind === 'tag' || kind === 'untag'
  const wanted = tickets.map(({ id, version, tags }) => ({ id, version, ...(tagged && { tags: tags ?? [] }) }))
  const result = await changeTickets({ tickets: wanted, kind, value: choice?.id ?? null }).catch(() => null)
  if (!result) return 'offline'
  if (result.ok) return result.value
  const { code, message } = result.refusal
  return { changed: [], refused: tickets.map(({ id }) => ({ id, code, message })) }
}
