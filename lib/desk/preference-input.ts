import { z } from 'zod'
import { densities } from '@/db/words/desk'

/** Deeds with a key of their own and the key as delivered; `mod+` is Ctrl or ⌘, two with a space are pressed in a row. */
export const deskKeys = {
  next: 'j',
  previous: 'k',
  open: 'o',
  preview: 'space',
  select: 'x',
  extendDown: 'shift+j',
  extendUp: 'shift+k',
  reload: '.',
  search: '/',
  filter: 'f',
  assignee: 'a',
  me: 'i',
  status: 's',
  priority: 'p',
  touchpoint: 't',
  tags: 'l',
  rootCause: 'c',
  team: 'd',
  snooze: 'h',
  macro: 'm',
  reply: 'r',
  note: 'n',
  call: 'b',
  resolve: 'e',
  resolveNext: 'shift+e',
  survey: 'v',
  unread: 'u',
  watch: 'w',
  copy: 'y',
  accept: '1',
  merge: '2',
  discard: '3',
} as const
export type DeskKey = keyof typeof deskKeys

/** Keys that stay what they are: moving, leaving, the sheet, the palette, going somewhere. */
export const reservedKeys = [
  'escape',
  'enter',
  'tab',
  '?',
  'mod+k',
  'mod+z',
  'mod+a',
  'mod+enter',
  'g',
  '!',
  'arrowup',
  'arrowdown',
]
export const shortcutModes = ['on', 'modifier', 'off'] as const

const stroke = /^(mod\+)?(shift\+)?([a-z0-9]|[.,;:/\-+*=<>!#'"[\]\\]|space|f\d{1,2})$/

/** The keys in force: those as delivered with one's own over them. */
export const keysOf = (own: Partial<Record<DeskKey, string>>): Record<DeskKey, string> => ({ ...deskKeys, ...own })

/** What is wrong with a set of own keys, by deed: `keyWrong`, `keyReserved` or `keyTaken`. */
export function keyFaults(own: Partial<Record<DeskKey, string>>): Partial<Record<DeskKey, string>> {
  const all = keysOf(own)
  const faults: Partial<Record<DeskKey, string>> = {}
  for (const deed of Object.keys(own) as DeskKey[]) {
    const key = own[deed] ?? ''
    const twice = (Object.keys(all) as DeskKey[]).some((other) => other !== deed && all[other] === key)
    if (reservedKeys.includes(key)) faults[deed] = 'keyReserved'
    else if (!stroke.test(key)) faults[deed] = 'keyWrong'
    else if (twice) faults[deed] = 'keyTaken'
  }
  return faults
}

const names = Object.keys(deskKeys) as [DeskKey, ...DeskKey[]]

/** How a person likes the desk. */
export const Preferences = z.object({
  /** Own keys over the delivered ones. */
  keys: z.partialRecord(z.enum(names), z.string().max(20)).default({}),
  /** `modifier`: only together with Ctrl or ⌘. */
  shortcuts: z.enum(shortcutModes).default('on'),
  density: z.enum(densities).default('comfortable'),
  /** Columns beyond those that are always there; null: as usual. */
  columns: z.array(z.string().max(40)).max(20).nullable().default(null),
  grouping: z.string().max(20).default('due'),
  sort: z.string().max(20).default('due'),
  /** Seconds in which a letter can be taken back before it leaves. */
  undoSeconds: z.coerce.number().int().min(5).max(30).default(10),
})
export type Preferences = z.infer<typeof Preferences>
// A key that is not given stays as it was: the defaults of a whole row must not fill a patch.
export const PreferencesPatch = z.strictObject({
  keys: Preferences.shape.keys.unwrap().optional(),
  shortcuts: Preferences.shape.shortcuts.unwrap().optional(),
  density: Preferences.shape.density.unwrap().optional(),
  columns: Preferences.shape.columns.unwrap().optional(),
  grouping: Preferences.shape.grouping.unwrap().optional(),
  sort: Preferences.shape.sort.unwrap().optional(),
  undoSeconds: Preferences.shape.undoSeconds.unwrap().optional(),
})
export type PreferencesPatch = z.infer<typeof PreferencesPatch>
