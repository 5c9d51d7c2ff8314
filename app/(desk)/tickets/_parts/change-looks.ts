import { fill } from '@/app/_ui/fill'
import type { QueueWords } from './queue-words'
import type { Choice, DeedKind } from './row-view'
import type { Change, Changing } from './use-changes'

/** What a ticket looks like after the change, before the server has answered. */
export function looksOf(kind: DeedKind, choice: Choice | null, tickets: Changing[]): Partial<Changing> {
  const name = choice?.name ?? ''
  const tags = tickets[0]?.tags ?? []
  const table: Record<DeedKind, () => Partial<Changing>> = {
    assignee: () => ({ owner: choice }),
    team: () => ({ team: choice }),
    touchpoint: () => ({ touchpoint: choice }),
    priority: () => (choice ? { priority: choice.id as Changing['priority'] } : {}),
    status: () => (choice ? { status: { code: choice.id as Changing['status']['code'], word: name } } : {}),
    rootCause: () => ({}),
    tag: () => (tickets.length === 1 && choice ? { tags: [...new Set([...tags, choice.id])] } : {}),
    untag: () => (tickets.length === 1 ? { tags: tags.filter((tag) => tag !== choice?.id) } : {}),
    snooze: () => ({ snoozed: name }),
    wake: () => ({ snoozed: null }),
    unread: () => ({ unread: true }),
  }
  return table[kind]()
}

/** What was done, in words: "Asignado a Kim". */
export const didOf = (kind: DeedKind, choice: Choice | null, words: QueueWords): string =>
  fill(kind === 'assignee' && !choice ? words.did.nobody : words.did[kind], { name: choice?.name ?? '' })

/** The changes that bring back what was before, with the versions that stand now; none where it is not known. */
export function undoOf({ tickets, kind, choice }: Change, changed: { id: string; version: number }[]): Change[] {
  const now = tickets.flatMap((one) => {
    const after = changed.find(({ id }) => id === one.id)
    return after ? [{ ...one, version: after.version }] : []
  })
  const opposite = { tag: 'untag', untag: 'tag', snooze: 'wake' } as const
  if (kind === 'tag' || kind === 'untag' || kind === 'snooze') {
    // Those that had the tag already keep it.
    const had = (one: Changing) => one.tags?.includes(choice?.id ?? '') ?? false
    const its =
      kind === 'snooze' ? now.filter(({ snoozed }) => !snoozed) : now.filter((one) => had(one) === (kind === 'untag'))
    return its.length > 0 ? [{ tickets: its, kind: opposite[kind], choice }] : []
  }
  const before = formerly[kind]
  if (!before) return []
  const groups = new Map<string, Change>()
  for (const one of now) {
    const was = before(one)
    if (was === undefined) continue
    const key = was?.id ?? ''
    groups.set(key, { tickets: [...(groups.get(key)?.tickets ?? []), one], kind, choice: was })
  }
  return [...groups.values()]
}

// No arrow leads back to "new"; what was not known cannot be brought back.
const formerly: Partial<Record<DeedKind, (one: Changing) => Choice | null | undefined>> = {
  assignee: ({ owner }) => owner,
  team: ({ team }) => team ?? undefined,
  touchpoint: ({ touchpoint }) => touchpoint,
  priority: ({ priority }) => ({ id: priority, name: priority }),
  status: ({ status }) =>
    status.code === 'new' || status.code === 'assigned' ? undefined : { id: status.code, name: status.word },
}
