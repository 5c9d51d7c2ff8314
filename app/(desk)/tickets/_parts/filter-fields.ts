import type { Translate } from '@/lib/i18n'
import { type FieldName, queryFields } from '@/lib/tickets/shared'
import type { Lists } from './choices'
import type { FieldView, FilterWords, ValueView } from './filter-view'

/** Every field of the queue's grammar with its values, in the reader's language. */
export const fieldViews = (lists: Lists, t: Translate): FieldView[] =>
  queryFields.map(({ name, kind, operators, several, codes }) => ({
    ...{ name, kind, several, operators: [...operators], label: t(`desk.field.${name}`) },
    values: codes ? codes.map((value) => ({ value, label: coded(name, value, t) })) : (valuesOf(name, lists, t) ?? []),
  }))

function valuesOf(name: FieldName, lists: Lists, t: Translate): ValueView[] | undefined {
  const table: Partial<Record<FieldName, ValueView[]>> = {
    touchpoint: lists.touchpoints,
    team: lists.teams,
    owner: [
      { value: 'me', label: t('desk.value.me') },
      { value: 'none', label: t('desk.value.nobody') },
      ...lists.people,
    ],
    cause: lists.causes,
    tag: lists.tags,
    'journey-stage': lists.stages,
    survey: lists.surveys,
    segment: lists.segments,
    language: lists.languages,
    created: days(t, ['today', 'yesterday', '-7d', '-30d']),
    spoke: days(t, ['today', 'yesterday', '-7d', '-30d']),
    due: days(t, ['now', 'today', 'tomorrow', '7d']),
  }
  return table[name]
}

const days = (
  t: Translate,
  values: ('now' | 'today' | 'yesterday' | 'tomorrow' | '-7d' | '-30d' | '7d')[],
): ValueView[] => values.map((value) => ({ value, label: t(`desk.day.${value}`) }))

// Codes that other parts of the desk name already keep that name.
function coded(name: FieldName, value: string, t: Translate): string {
  const say = t as unknown as (key: string) => string
  if (name === 'status' && value === 'open') return t('desk.code.status.open')
  const where: Partial<Record<FieldName, string>> = {
    status: 'queue.status',
    channel: 'queue.channel',
    priority: 'queue.priority',
    band: 'common.band',
  }
  return say(`${where[name] ?? `desk.code.${name}`}.${value}`)
}

/** What the filter says, for the browser. */
export const filterWords = (t: Translate): FilterWords => ({
  add: t('queue.filter.add'),
  search: t('queue.filter.search'),
  hint: t('queue.filter.searchHint'),
  field: t('queue.pick.filter'),
  operator: t('desk.filter.operator'),
  value: t('desk.filter.value'),
  none: t('desk.filter.none'),
  apply: t('desk.filter.apply'),
  remove: t('queue.filter.remove', { name: '{name}' }),
  chip: t('desk.filter.chip', { name: '{name}' }),
  clear: t('desk.filter.clear'),
  alternative: t('desk.filter.alternative'),
  asText: t('desk.filter.asText'),
  asChips: t('desk.filter.asChips'),
  text: t('desk.filter.text'),
  textHelp: t('desk.filter.textHelp'),
  all: t('desk.filter.all'),
  some: t('desk.filter.some'),
  join: t('desk.filter.join'),
  and: t('desk.filter.and'),
  or: t('desk.filter.or'),
  problem: t('desk.filter.problem', { word: '{word}' }),
  not: t('desk.filter.not', { field: '{field}' }),
  since: t('desk.filter.since'),
  until: t('desk.filter.until'),
  empty: t('desk.filter.empty'),
  set: t('desk.filter.set'),
  range: t('desk.filter.range', { from: '{from}', to: '{to}' }),
  ago: t('desk.filter.ago', { time: '{time}' }),
  ahead: t('desk.filter.ahead', { time: '{time}' }),
  operators: {
    is: t('desk.operator.is'),
    not: t('desk.operator.not'),
    any: t('desk.operator.any'),
    none: t('desk.operator.none'),
    empty: t('desk.operator.empty'),
    set: t('desk.operator.set'),
    over: t('desk.operator.over'),
    under: t('desk.operator.under'),
    between: t('desk.operator.between'),
  },
  days: {
    today: t('desk.day.today'),
    yesterday: t('desk.day.yesterday'),
    tomorrow: t('desk.day.tomorrow'),
    now: t('desk.day.now'),
  },
  units: {
    h: t('desk.unit.h', { n: '{n}' }),
    d: t('desk.unit.d', { n: '{n}' }),
    w: t('desk.unit.w', { n: '{n}' }),
    m: t('desk.unit.m', { n: '{n}' }),
  },
})
