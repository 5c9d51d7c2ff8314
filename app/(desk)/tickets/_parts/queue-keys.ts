import type { DeedName } from '@/app/_ui/deeds'
import type { Shortcut } from '@/app/_ui/shortcuts'
import type { ChangeKind } from './row-view'

/** Deeds on the selection, or else on the row one stands on, that begin with a choice from a list. */
export const pickDeeds = [
  ['assignee', 'assignee'],
  ['team', 'team'],
  ['status', 'status'],
  ['priority', 'priority'],
  ['tags', 'tag'],
  ['touchpoint', 'touchpoint'],
  ['rootCause', 'rootCause'],
] as const satisfies readonly (readonly [DeedName, ChangeKind])[]

/** Deeds that open the ticket and go on there. */
export const openDeeds = [
  ['reply', 'reply'],
  ['note', 'note'],
  ['call', 'call'],
  ['resolve', 'resolve'],
  ['resolveNext', 'resolveNext'],
  ['survey', 'askAgain'],
] as const satisfies readonly (readonly [DeedName, string])[]

/** Whether a key was pressed on the row itself, and not on a box or a button in it. */
export const onRow = (event: KeyboardEvent) =>
  event.target instanceof Element && event.target.matches('body, main, a.words')

type Alias = Pick<Shortcut, 'run' | 'when'> & { keys: string }

/** A second key for the same deed; it is not told twice. */
export const alias = ({ keys, run, when }: Alias): Shortcut => ({
  keys,
  label: '',
  group: '',
  keyOnly: true,
  run,
  ...(when && { when }),
})
