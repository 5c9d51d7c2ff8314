import { and, eq } from 'drizzle-orm'
import { db, type Filled, frozen, must, type Step } from '@/db'
import { subTasks } from '@/db/schema'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { change } from '../change'
import { type Changed, work } from '../commit'
import { endOfDay } from '../day-end'
import type { TaskInput, TaskPatch } from '../deed-inputs'
import type { Dossier } from '../dossier'
import { readerBy } from '../readers'
import { deleteTask, saveTask } from './task-writes'

export type TaskRow = typeof subTasks.$inferSelect

const insertTask = frozen(subTasks)
const patient = { patient: true }

/** Writes down what has to be done on a ticket, by whom and until the end of which day. Resolves with the task's id. Refuses `ticket.unknown`, `ticket.notMember`. */
export async function addTask(
  actor: Actor,
  id: string,
  input: TaskInput,
  now: Date,
): Promise<Changed & { task: string }> {
  demand(actor, 'tickets.work')
  const task = newId('task')
  const changed = await work(
    actor,
    id,
    undefined,
    async (dossier) => {
      const row = {
        ...{ id: task, ticketId: id, text: input.text },
        assigneeId: input.assignee ? await readerBy(dossier, input.assignee) : null,
        dueAt: dueOf(input.due, dossier),
        ...{ doneAt: null, doneBy: null, createdBy: actor.id, createdAt: now },
      }
      const payload = { task, assignee: row.assigneeId, due: row.dueAt?.getTime() ?? null }
      return change(dossier, { fact: 'task_added', by: authorOf(actor), payload, rows: [insertTask(row)] }, now)
    },
    patient,
  )
  return { ...changed, task }
}

/** Changes a task, ticks it off or takes the tick back. Refuses `ticket.unknown`, `task.unknown` for one of another ticket, `ticket.notMember`. */
export async function changeTask(actor: Actor, id: string, input: TaskPatch, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(
    actor,
    id,
    undefined,
    async (dossier) => {
      const before = await taskOf(id, input.task)
      const row = await patched(before, input, dossier, actor.id, now)
      const fact = row.doneAt && !before.doneAt ? 'task_done' : 'task_changed'
      const payload = { task: row.id, assignee: row.assigneeId, due: row.dueAt?.getTime() ?? null }
      return change(dossier, { fact, by: authorOf(actor), payload, rows: [guarded(saveTask(row))] }, now)
    },
    patient,
  )
}

/** Takes a task away. Refuses `ticket.unknown`, `task.unknown`. */
export async function removeTask(actor: Actor, id: string, input: { task: string }, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(
    actor,
    id,
    undefined,
    async (dossier) => {
      const { id: task } = await taskOf(id, input.task)
      const rows = [guarded(deleteTask({ id: task, ticketId: id }))]
      return change(dossier, { fact: 'task_removed', by: authorOf(actor), payload: { task }, rows }, now)
    },
    patient,
  )
}

async function taskOf(ticketId: string, id: string): Promise<TaskRow> {
  const [row] = await db
    .select()
    .from(subTasks)
    .where(and(eq(subTasks.id, id), eq(subTasks.ticketId, ticketId)))
  return row ?? refuse('task.unknown')
}

async function patched(before: TaskRow, input: TaskPatch, dossier: Dossier, by: string, now: Date): Promise<TaskRow> {
  const { text = before.text, assignee, due, done } = input
  const same = done === undefined || done === (before.doneAt !== null)
  return {
    ...before,
    text,
    assigneeId: assignee === undefined ? before.assigneeId : assignee ? await readerBy(dossier, assignee) : null,
    dueAt: due === undefined ? before.dueAt : dueOf(due, dossier),
    ...(same ? {} : done ? { doneAt: now, doneBy: by } : { doneAt: null, doneBy: null }),
  }
}

const dueOf = (day: string | null | undefined, { timeZone }: Dossier): Date | null =>
  day ? endOfDay(day, timeZone) : null

// Somebody took it away between the look and the list.
const guarded = (write: Filled): Step => must(write, () => new Refusal('task.unknown'))
