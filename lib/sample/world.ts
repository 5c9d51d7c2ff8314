import type * as schema from '@/db/schema'
import type { CompiledCalendar, SlaPolicy } from '@/lib/tickets'
import type { MakeId } from './ids'

type Row<T extends { $inferSelect: unknown }> = T['$inferSelect']

/** Everything that the sample puts down, by table. */
export type Rows = {
  customers: Row<typeof schema.customers>[]
  invitations: Row<typeof schema.invitations>[]
  responses: Row<typeof schema.responses>[]
  reasons: Row<typeof schema.responseReasons>[]
  tickets: Row<typeof schema.tickets>[]
  clocks: Row<typeof schema.slaClocks>[]
  attempts: Row<typeof schema.contactAttempts>[]
  tags: Row<typeof schema.ticketTags>[]
  messages: (typeof schema.messages.$inferInsert)[]
  letters: (typeof schema.letters.$inferInsert)[]
  recoveries: Row<typeof schema.recoveries>[]
  events: Row<typeof schema.events>[]
  suppressions: (typeof schema.suppressions.$inferInsert)[]
  watchers: Row<typeof schema.watchers>[]
  tasks: Row<typeof schema.subTasks>[]
  gestures: Row<typeof schema.gestures>[]
  links: Row<typeof schema.ticketLinks>[]
  notices: Row<typeof schema.notices>[]
  reads: Row<typeof schema.ticketReads>[]
}

export type Person = { id: string; name: string; role: string; teams: string[] }
export type Team = { id: string; slug: string; name: string; names: Record<string, string>; calendar: CompiledCalendar }
export type Cause = { id: string; slug: string; group: string }
export type Place = {
  id: string
  slug: string
  stage: string
  team: Team
  channels: string[]
  weight: number
  promoters: number
  detractors: number
  course: 'steady' | 'worsens' | 'mended'
  against: Record<string, number>
  for: Record<string, number>
}

/** The company as the history needs it, and the hand that writes. */
export type World = {
  now: Date
  zone: string
  /** Writes a day for letters. */
  day: Record<'es' | 'en', Intl.DateTimeFormat>
  /** What every chance of the story is thrown from. */
  seed: string
  id: MakeId
  people: Person[]
  places: Place[]
  causes: Map<string, Cause>
  surveys: Record<'relational' | 'buying' | 'receiving' | 'service' | 'recovery', string>
  rule: { detractors: string; complaints: string }
  policy: SlaPolicy
  rows: Rows
}

export const noRows = (): Rows => ({
  customers: [],
  invitations: [],
  responses: [],
  reasons: [],
  tickets: [],
  clocks: [],
  attempts: [],
  tags: [],
  messages: [],
  letters: [],
  recoveries: [],
  events: [],
  suppressions: [],
  watchers: [],
  tasks: [],
  gestures: [],
  links: [],
  notices: [],
  reads: [],
})
