/** What can be done by key, by name: the key it has unless a person chose another, and under which heading it is told. */
export const deeds = {
  next: { keys: 'j', group: 'list', holds: true },
  previous: { keys: 'k', group: 'list', holds: true },
  open: { keys: 'o', group: 'list' },
  preview: { keys: 'space', group: 'list' },
  select: { keys: 'x', group: 'list' },
  extendDown: { keys: 'shift+j', group: 'list', holds: true },
  extendUp: { keys: 'shift+k', group: 'list', holds: true },
  selectAll: { keys: 'mod+a', group: 'list', fixed: true },
  filter: { keys: 'f', group: 'list' },
  search: { keys: '/', group: 'list' },
  reload: { keys: '.', group: 'list' },
  leave: { keys: 'escape', group: 'list', fixed: true },

  assignee: { keys: 'a', group: 'ticket' },
  me: { keys: 'i', group: 'ticket' },
  status: { keys: 's', group: 'ticket' },
  priority: { keys: 'p', group: 'ticket' },
  touchpoint: { keys: 't', group: 'ticket' },
  team: { keys: 'd', group: 'ticket' },
  tags: { keys: 'l', group: 'ticket' },
  rootCause: { keys: 'c', group: 'ticket' },
  snooze: { keys: 'h', group: 'ticket' },
  macro: { keys: 'm', group: 'ticket' },
  reply: { keys: 'r', group: 'ticket' },
  note: { keys: 'n', group: 'ticket' },
  call: { keys: 'b', group: 'ticket' },
  resolve: { keys: 'e', group: 'ticket' },
  resolveNext: { keys: 'shift+e', group: 'ticket' },
  survey: { keys: 'v', group: 'ticket' },
  unread: { keys: 'u', group: 'ticket' },
  watch: { keys: 'w', group: 'ticket' },
  copy: { keys: 'y', group: 'ticket' },
  send: { keys: 'mod+enter', group: 'ticket', fixed: true },
  undo: { keys: 'mod+z', group: 'ticket', fixed: true },

  accept: { keys: '1', group: 'triage' },
  acceptTeam: { keys: '!', group: 'triage', fixed: true },
  merge: { keys: '2', group: 'triage' },
  discard: { keys: '3', group: 'triage' },

  goTriage: { keys: 'g t', group: 'go', fixed: true },
  goMine: { keys: 'g m', group: 'go', fixed: true },
  goUnassigned: { keys: 'g u', group: 'go', fixed: true },
  goToday: { keys: 'g b', group: 'go', fixed: true },
  goWaiting: { keys: 'g w', group: 'go', fixed: true },
  goSnoozed: { keys: 'g s', group: 'go', fixed: true },
  goAsking: { keys: 'g f', group: 'go', fixed: true },
  goMentions: { keys: 'g n', group: 'go', fixed: true },
  goOpen: { keys: 'g o', group: 'go', fixed: true },
  goClosed: { keys: 'g x', group: 'go', fixed: true },
  goBoard: { keys: 'g d', group: 'go', fixed: true },
  goMap: { keys: 'g j', group: 'go', fixed: true },
  goSurveys: { keys: 'g e', group: 'go', fixed: true },
  goCustomers: { keys: 'g c', group: 'go', fixed: true },
  goRules: { keys: 'g r', group: 'go', fixed: true },
  goMail: { keys: 'g i', group: 'go', fixed: true },
  goSettings: { keys: 'g ,', group: 'go', fixed: true },

  palette: { keys: 'mod+k', group: 'desk', fixed: true },
  keys: { keys: '?', group: 'desk', fixed: true },
} as const satisfies Record<string, { keys: string; group: DeedGroup; holds?: true; fixed?: true }>

export type DeedName = keyof typeof deeds
export const deedGroups = ['list', 'ticket', 'triage', 'go', 'desk'] as const
export type DeedGroup = (typeof deedGroups)[number]
export const deedNames = Object.keys(deeds) as DeedName[]

/** All keys, only those with Ctrl or ⌘, or none. Keys that the browser gives a list anyway always work. */
export const keyModes = ['on', 'modifier', 'off'] as const
export type KeyMode = (typeof keyModes)[number]
/** What a person chose of the keys: how many of them work, and other keys for some deeds. */
export type KeyChoice = { mode: KeyMode; remap: Readonly<Record<string, string>> }

/** Whether a person may choose another key for it: leaving, going somewhere and what has Ctrl stay what they are. */
export const mayMove = (deed: DeedName): boolean => !('fixed' in deeds[deed])

/** The key that does this for this person. */
export const keysFor = (deed: DeedName, remap: KeyChoice['remap']): string => remap[deed] ?? deeds[deed].keys

/** The deed that already has these keys, or one that begins or continues them; null when they are free. */
export function holderOf(keys: string, asking: DeedName, remap: KeyChoice['remap']): DeedName | null {
  const clashes = (other: string) => other === keys || other.startsWith(`${keys} `) || keys.startsWith(`${other} `)
  return deedNames.find((name) => name !== asking && clashes(keysFor(name, remap))) ?? null
}

const nativeKeys = /^(shift\+)?(arrow(up|down|left|right)|enter|space|escape|home|end)$/

/** Whether a key works in this mode: WCAG 2.1.4 speaks of characters, never of arrows, Enter, Space and Escape. */
export const worksIn = (mode: KeyMode, keys: string): boolean =>
  mode === 'on' || nativeKeys.test(keys) || (mode === 'modifier' && keys.startsWith('mod+')) || keys === 'mod+k'
