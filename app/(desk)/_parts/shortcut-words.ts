import { type DeedGroup, type DeedName, deedGroups, deedNames, keyModes } from '@/app/_ui/deeds'
import type { ShortcutWords } from '@/app/_ui/shortcuts'
import type { Translate } from '@/lib/i18n'

/** What keys do, in the reader's language, for the sheet, the palette and the hints. */
export const shortcutWords = (t: Translate): ShortcutWords => ({
  sheet: {
    title: t('shell.keys.title'),
    close: t('common.close'),
    change: t('keys.sheet.change', { deed: '{deed}', key: '{key}' }),
    press: t('keys.sheet.press'),
    taken: t('keys.sheet.taken', { deed: '{deed}', key: '{key}' }),
    reset: t('keys.sheet.reset', { deed: '{deed}' }),
    resetAll: t('keys.sheet.resetAll'),
    mode: t('keys.sheet.mode'),
    modes: named(keyModes, (mode) => ({
      label: t(`keys.sheet.modes.${mode}.label`),
      hint: t(`keys.sheet.modes.${mode}.hint`),
    })),
  },
  palette: t('shell.keys.palette'),
  paletteNone: t('shell.keys.paletteNone'),
  deeds: named<DeedName, string>(deedNames, (deed) => t(`keys.deed.${deed}`)),
  groups: named<DeedGroup, string>(deedGroups, (group) => t(`keys.group.${group}`)),
})

const named = <Name extends string, Said>(names: readonly Name[], say: (name: Name) => Said) =>
  Object.fromEntries(names.map((name) => [name, say(name)])) as Record<Name, Said>
