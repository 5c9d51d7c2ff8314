'use client'
import { read, write } from '@/app/_ui/use-store'
import type { Mode } from './deed'

/** What somebody began to write: the words, when they were last touched, and the last message that was read before. */
export type KeptDraft = { text: string; at: string; seen: string | null }

const place = (ticket: string, mode: Mode) => `lazo.draft.${ticket}.${mode}`

/** What this browser keeps of a draft; older versions kept the bare words. */
export function readLocal(ticket: string, mode: Mode): KeptDraft | null {
  const kept = read(place(ticket, mode))
  if (!kept) return null
  try {
    const { text, at, seen } = JSON.parse(kept) as Partial<KeptDraft>
    return typeof text === 'string' && typeof at === 'string' ? { text, at, seen: seen ?? null } : null
  } catch {
    return { text: kept, at: new Date(0).toISOString(), seen: null }
  }
}

export const writeLocal = (ticket: string, mode: Mode, draft: KeptDraft | null) =>
  write(place(ticket, mode), draft && JSON.stringify(draft))

/** Keeps a draft on the server; resolves to when it was kept, or null when it could not be. Works while a page goes away. */
export async function keepOnServer(
  number: number,
  mode: Mode,
  { text, seen }: Pick<KeptDraft, 'text' | 'seen'>,
): Promise<string | null> {
  const answer = await fetch(`/tickets/${number}/draft`, {
    method: 'POST',
    keepalive: text.length < 15_000,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: mode, text, seenMessageId: seen }),
  }).catch(() => null)
  if (!answer?.ok) return null
  const { savedAt } = (await answer.json()) as { savedAt: string | null }
  return savedAt ?? new Date().toISOString()
}

/** The younger of what the server and this browser keep. */
export function younger(server: KeptDraft | null, local: KeptDraft | null): KeptDraft | null {
  if (!server || !local) return server ?? local
  return Date.parse(local.at) > Date.parse(server.at) ? local : server
}
