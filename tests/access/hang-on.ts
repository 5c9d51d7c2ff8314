import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atomically } from '@/db'
import { drafts, gestures, macros, messages, notices, subTasks } from '@/db/schema'
import { env } from '@/lib/kit/env'
import { newId } from '@/lib/kit/ids'
import type { World } from '../support/world'

/** A note, a task, a gesture that waits, a notice, a macro and a draft that somebody shares. */
export async function hangOn(ticketId: string, { admin }: World, teamId: string, writer: string, at: Date) {
  const ids = {
    ...{ message: newId('message'), task: newId('task'), gesture: newId('gesture'), notice: newId('notice') },
    macro: newId('macro'),
  }
  await atomically((tx) => [
    tx.insert(messages).values({
      ...{ id: ids.message, ticketId, kind: 'note', authorKind: 'user', authorId: admin.id, text: 'Revisar' },
      ...{ visible: false, createdAt: at },
    }),
    tx.insert(subTasks).values({ id: ids.task, ticketId, text: 'Llamar', createdBy: admin.id, createdAt: at }),
    tx.insert(gestures).values({
      ...{ id: ids.gesture, ticketId, type: 'refund', cost: 90_000, currency: 'MXN' },
      ...{ createdBy: admin.id, createdAt: at },
    }),
    tx.insert(notices).values({ id: ids.notice, userId: admin.id, kind: 'watched', ticketId, at }),
    tx.insert(macros).values({
      ...{ id: ids.macro, name: 'Urge', names: {}, folded: 'urge', ownerId: admin.id, sharing: 'team', teamId },
      ...{ uses: 0, version: 1 },
      ...{ deeds: { priority: 'urgent' }, createdAt: at, updatedAt: at },
    }),
    tx.insert(drafts).values({
      ...{ ticketId, userId: writer, kind: 'reply', text: 'Con gusto', shared: true, beganAt: at, updatedAt: at },
    }),
  ])
  return ids
}

/** What an upload and an import leave on disk. */
export function leaveUpload(id: string) {
  const folder = join(env().dataDir, 'imports')
  mkdirSync(folder, { recursive: true })
  for (const name of [`${id}.csv`, `${id}.rejected.csv`]) writeFileSync(join(folder, name), 'NPS\n9\n')
}
