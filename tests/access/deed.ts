import type { Things } from './scene'
import { desk, type Names, type Row } from './words'

/** What an action is sent: a valid input that names the things. */
export type Sent = (things: Things) => Record<string, unknown>

/** One server action: where it stands, what it is sent, and what everybody meets. */
export type DeedLine = {
  file: string
  name: string
  names: Names
  who: Row
  send: Sent
  /** Called as a form calls it: with its last state and its fields. */
  byForm: boolean
  /** What must be so before it can be done. */
  first?: 'resolved' | 'held' | 'drafted' | 'running' | 'ran' | undefined
  /** Why nobody of the table gets it done, though they may. */
  never?: string | undefined
}

/** Lines of the actions of one file under `app/(desk)`. */
export const inFile =
  (file: string, byForm = false) =>
  (name: string, who: Row, names: Names, send: Sent, more: Pick<DeedLine, 'first' | 'never'> = {}): DeedLine => ({
    file: `app/(desk)/${file}`,
    ...{ name, names, who, send, byForm },
    ...more,
  })

export const insiders = desk('yes', 'yes', 'yes', 'yes', 'yes')
export const workers = desk('yes', 'yes', 'team', 'team', 'no')
export const leads = desk('yes', 'yes', 'team', 'no', 'no')
export const editors = desk('yes', 'yes', 'no', 'no', 'no')
export const admins = desk('yes', 'no', 'no', 'no', 'no')
