import { sql } from 'drizzle-orm'
import { freeze } from '@/db'
import { subTasks } from '@/db/schema'

const here = sql`${subTasks.id} = ${sql.placeholder('id')} and ${subTasks.ticketId} = ${sql.placeholder('ticketId')}`

export const saveTask = freeze('save task', (tx) =>
  tx
    .update(subTasks)
    .set({
      text: sql.placeholder('text'),
      assigneeId: sql.placeholder('assigneeId'),
      dueAt: sql.placeholder('dueAt'),
      doneAt: sql.placeholder('doneAt'),
      doneBy: sql.placeholder('doneBy'),
    } as never)
    .where(here),
)

export const deleteTask = freeze('delete task', (tx) => tx.delete(subTasks).where(here))
