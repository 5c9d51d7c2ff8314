import { categories, channels } from '@/db/words/surveys'
import { priorities, ticketStatuses } from '@/db/words/tickets'

export type Operator = 'is' | 'not' | 'any' | 'none' | 'empty' | 'set' | 'over' | 'under' | 'between'
export type FieldKind = 'choice' | 'number' | 'instant' | 'flag' | 'text'

/** What is said with `is:`. */
export const flagNames = [
  ...['overdue', 'unread', 'snoozed', 'mine', 'unassigned', 'escalated'],
  ...['reopened', 'attention', 'watched', 'mentioned', 'repeat'],
] as FlagName[]
export type FlagName =
  | ('overdue' | 'unread' | 'snoozed' | 'mine' | 'unassigned' | 'escalated')
  | ('reopened' | 'attention' | 'watched' | 'mentioned' | 'repeat')

export type FieldName =
  | ('status' | 'stage' | 'score' | 'band' | 'touchpoint' | 'journey-stage' | 'survey' | 'channel' | 'team' | 'owner')
  | ('tag' | 'cause' | 'sla' | 'contact' | 'segment' | 'value' | 'language' | 'priority')
  | ('created' | 'spoke' | 'due' | 'comment' | 'customer')
  | FlagName

export type Field = {
  name: FieldName
  kind: FieldKind
  operators: readonly Operator[]
  /** Several values may be given, each an alternative. */
  several: boolean
  /** Every value there is; absent where people make them. */
  codes?: readonly string[]
}

export const loopValues = ['contact', 'solution', 'asking', 'verdict', 'ended'] as const
export const slaValues = ['late', 'soon', 'paused', 'met'] as const
export const contactValues = ['yes', 'no', 'unreachable'] as const
/** `open` stands for the first five statuses. */
export const statusValues = ['open', ...ticketStatuses] as const

const listed: Operator[] = ['is', 'not', 'any', 'none']
const measured: Operator[] = ['is', 'not', 'over', 'under', 'between']
const lacking: Operator[] = ['empty', 'set']

const choice = (name: FieldName, codes?: readonly string[], more: Operator[] = []): Field => ({
  ...{ name, kind: 'choice', operators: [...listed, ...more], several: true },
  ...(codes ? { codes } : {}),
})
const figure = (name: FieldName): Field => ({
  ...{ name, kind: 'number', operators: [...listed, 'over', 'under', 'between', ...lacking], several: true },
})
const instant = (name: FieldName, more: Operator[] = []): Field => ({
  ...{ name, kind: 'instant', operators: [...measured, ...more], several: false },
})

/** Every field of the queue's grammar, in the order in which a reader is offered them. */
export const queryFields: readonly Field[] = [
  choice('status', statusValues),
  choice('stage', loopValues),
  figure('score'),
  choice('band', categories, lacking),
  choice('touchpoint', undefined, lacking),
  choice('journey-stage', undefined, lacking),
  choice('survey', undefined, lacking),
  choice('channel', channels, lacking),
  choice('team'),
  choice('owner', undefined, lacking),
  choice('tag', undefined, lacking),
  choice('cause', undefined, lacking),
  choice('sla', slaValues),
  choice('contact', contactValues),
  choice('segment', undefined, lacking),
  figure('value'),
  choice('language'),
  choice('priority', priorities),
  instant('created'),
  instant('spoke', lacking),
  instant('due', lacking),
  { name: 'comment', kind: 'text', operators: ['is', 'not', ...lacking], several: false },
  { name: 'customer', kind: 'text', operators: ['is', 'not', ...lacking], several: false },
  ...flagNames.map((name): Field => ({ name, kind: 'flag', operators: ['is', 'not'], several: false })),
]

/** A field by its name; undefined for what is none. */
export const fieldOf = (name: string): Field | undefined => queryFields.find((field) => field.name === name)
