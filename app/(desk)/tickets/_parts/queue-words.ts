import type { Translate } from '@/lib/i18n'
import type { Group } from './row-view'

/** The queue's sentences for the browser, in the reader's language. `{number}` and `{n}` are filled there. */
export const queueWords = (t: Translate) => ({
  select: t('queue.row.select', { number: '{number}' }),
  more: t('queue.row.more', { number: '{number}' }),
  unassigned: t('queue.row.unassigned'),
  unread: t('queue.row.unread'),
  columns: {
    box: t('queue.column.box'),
    score: t('queue.column.score'),
    words: t('queue.column.words'),
    touchpoint: t('queue.column.touchpoint'),
    loop: t('queue.column.loop'),
    owner: t('queue.column.owner'),
    due: t('queue.column.due'),
    time: t('queue.column.time'),
  },
  loop: [
    t('common.loop.response'),
    t('common.loop.contact'),
    t('common.loop.solution'),
    t('common.loop.asked'),
    t('common.loop.verdict'),
  ],
  groups: {
    late: t('queue.group.late'),
    today: t('queue.group.today'),
    later: t('queue.group.later'),
    waiting: t('queue.group.waiting'),
    done: t('queue.group.done'),
  } satisfies Record<Group, string>,
  chosen: { one: t('queue.bulk.one'), many: t('queue.bulk.many', { n: '{n}' }) },
  all: t('queue.bulk.all', { n: '{n}' }),
  clear: t('queue.bulk.clear'),
  bulk: t('queue.bulk.label'),
  none: t('queue.pick.none'),
  pick: {
    assignee: t('queue.pick.assignee'),
    team: t('queue.pick.team'),
    status: t('queue.pick.status'),
    priority: t('queue.pick.priority'),
    touchpoint: t('queue.pick.touchpoint'),
    rootCause: t('queue.pick.rootCause'),
  },
  verb: {
    assignee: t('queue.verb.assignee'),
    team: t('queue.verb.team'),
    status: t('queue.verb.status'),
    priority: t('queue.verb.priority'),
    touchpoint: t('queue.verb.touchpoint'),
    rootCause: t('queue.verb.rootCause'),
    me: t('queue.verb.me'),
    open: t('queue.verb.open'),
    preview: t('queue.verb.preview'),
    select: t('queue.verb.select'),
    reply: t('queue.verb.reply'),
    note: t('queue.verb.note'),
    call: t('queue.verb.call'),
    resolve: t('queue.verb.resolve'),
    next: t('queue.verb.next'),
    previous: t('queue.verb.previous'),
    search: t('queue.verb.search'),
    filter: t('queue.verb.filter'),
    clear: t('queue.verb.clear'),
    copy: t('queue.verb.copy'),
    reload: t('queue.verb.reload'),
  },
  keys: { list: t('queue.keys.list'), ticket: t('queue.keys.ticket') },
  field: {
    assignee: t('ticket.side.owner'),
    team: t('ticket.side.team'),
    status: t('ticket.side.status'),
    priority: t('ticket.side.priority'),
    touchpoint: t('ticket.side.touchpoint'),
    rootCause: t('ticket.side.cause'),
  },
  said: {
    one: t('queue.said.one', { number: '{number}' }),
    many: t('queue.said.many', { n: '{n}' }),
    refused: t('queue.said.refused', { number: '{number}', why: '{why}' }),
    offline: t('queue.said.offline'),
    copied: t('common.copied'),
  },
  preview: {
    label: t('queue.preview.label', { number: '{number}' }),
    open: t('queue.preview.open'),
    failed: t('queue.preview.failed'),
  },
  undo: t('common.undo'),
  retry: t('common.retry'),
  close: t('common.close'),
  loading: t('common.loading'),
})

export type QueueWords = ReturnType<typeof queueWords>

/** Puts what is only known in the browser into its place. */
export const fill = (text: string, values: Record<string, string | number>) =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
