import { eq } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { bulkRuns, drafts, letters, sessions, tickets } from '@/db/schema'
import { after, hours, now } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import type { Things } from './scene'

/** What must be so before some deed can be done. */
export const prepare = {
  resolved: ({ ticket }: Things) =>
    atomically((tx) => [
      tx.update(tickets).set({ status: 'resolved', open: false, resolvedAt: now() }).where(eq(tickets.id, ticket)),
    ]),
  drafted: async ({ ticket, session }: Things) => {
    const own = await askerOf(session)
    if (!own) return
    const row = { ticketId: ticket, userId: own, kind: 'note' as const, text: 'Llamar', shared: false }
    await atomically((tx) => [
      tx
        .insert(drafts)
        .values({ ...row, beganAt: now(), updatedAt: now() })
        .onConflictDoNothing(),
    ])
  },
  held: ({ letter }: Things) =>
    atomically((tx) => [tx.update(letters).set({ state: 'held' }).where(eq(letters.id, letter))]),
  running: (things: Things) => runOfAsker(things, 'running'),
  ran: (things: Things) => runOfAsker(things, 'done'),
}

async function runOfAsker(things: Things, state: 'running' | 'done'): Promise<void> {
  const [asker, at] = [await askerOf(things.session), now()]
  things.run = newId('bulk')
  await atomically((tx) => [
    tx.insert(bulkRuns).values({
      ...{ id: things.run, actorId: asker ?? 'nobody', state, change: { kind: 'priority', value: 'high' }, total: 0 },
      ...{ changed: 0, skipped: 0, undone: 0, reversible: true, createdAt: at, startedAt: at, version: 1 },
      ...(state === 'done' ? { endedAt: at, undoUntil: after(at, hours(1)) } : {}),
    }),
  ])
}

async function askerOf(session: string): Promise<string | null> {
  const [own] = await db.select({ id: sessions.userId }).from(sessions).where(eq(sessions.id, session))
  return own?.id ?? null
}
