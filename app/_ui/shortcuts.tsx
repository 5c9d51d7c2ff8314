'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { keyNames, keystroke, occupied } from './keystroke'
import { Picker } from './picker'
import { type SheetWords, ShortcutSheet } from './shortcut-sheet'
import { useStored } from './use-store'

export type Shortcut = {
  /** "a", "shift+e", "mod+enter", or two in a row: "g t". */
  keys: string
  label: string
  /** The heading it stands under in the sheet. */
  group: string
  run: (event: KeyboardEvent) => void
  /** Leaves the key alone when false: Space on a button stays the button's. */
  when?: (event: KeyboardEvent) => boolean
  /** Works while writing too; only sensible with "mod+". */
  whileTyping?: boolean
  /** Works on every screen: listed after what this screen is about. */
  everywhere?: boolean
  /** Not among the commands of the palette: moving about needs a key, not a command. */
  keyOnly?: boolean
}

type Registry = {
  add: (list: Shortcut[]) => () => void
  all: () => Shortcut[]
  showSheet: () => void
  /** The palette: every deed that is possible now, to be found by typing. `about` names what it acts on. */
  showPalette: (about?: string) => void
}

type Words = SheetWords & { palette: string; paletteNone: string }

const Context = createContext<Registry | null>(null)

/** One registry of keys for everything inside: it feeds the handlers, the `?` sheet and the palette. Stands once in the shell. */
export function ShortcutProvider({ words, children }: { words: Words; children: ReactNode }) {
  const lists = useRef(new Set<Shortcut[]>())
  const [sheet, setSheet] = useState(false)
  const [palette, setPalette] = useState<{ about?: string | undefined } | null>(null)
  const [mode, setMode] = useStored<'on' | 'off'>('lazo.shortcuts', 'on')

  const registry = useMemo<Registry>(
    () => ({
      add: (list) => {
        lists.current.add(list)
        return () => void lists.current.delete(list)
      },
      // What was registered last stands nearest to the person and answers first; what works everywhere comes behind.
      all: () =>
        [...lists.current]
          .reverse()
          .flat()
          .sort((a, b) => Number(a.everywhere ?? false) - Number(b.everywhere ?? false)),
      showSheet: () => setSheet(true),
      showPalette: (about) => setPalette({ about }),
    }),
    [],
  )

  useEffect(() => {
    let first: string | null = null
    let timer = 0
    const press = (event: KeyboardEvent) => {
      const stroke = keystroke(event)
      if (!stroke || event.defaultPrevented) return
      const busy = occupied(event.target)
      const free = (one: Shortcut) => (!busy || one.whileTyping) && (mode === 'on' || stroke.startsWith('mod+'))
      const wanted = first ? `${first} ${stroke}` : stroke
      window.clearTimeout(timer)
      first = null
      if (stroke === '?' && !busy) return setSheet(true)
      if (stroke === 'mod+k' && !document.querySelector('dialog[open]')) {
        event.preventDefault()
        return setPalette({})
      }
      const found = registry.all().find((one) => one.keys === wanted && free(one) && (one.when?.(event) ?? true))
      if (found) {
        event.preventDefault()
        return found.run(event)
      }
      if (!busy && registry.all().some((one) => one.keys.startsWith(`${stroke} `))) {
        first = stroke
        timer = window.setTimeout(() => {
          first = null
        }, 1500)
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [registry, mode])

  return (
    <Context value={registry}>
      {children}
      <ShortcutSheet
        open={sheet}
        onClose={() => setSheet(false)}
        shortcuts={sheet ? registry.all() : []}
        enabled={mode === 'on'}
        onEnable={(on) => setMode(on ? 'on' : 'off')}
        words={words}
      />
      <Picker
        open={palette !== null}
        onClose={() => setPalette(null)}
        label={words.palette}
        none={words.paletteNone}
        note={palette?.about}
        options={palette ? commands(registry.all()) : []}
        onPick={(keys) =>
          registry
            .all()
            .find((one) => one.keys === keys)
            ?.run(new KeyboardEvent('keydown'))
        }
      />
    </Context>
  )
}

/** Registers keys for as long as the component stands. The list may be made anew on every render. */
export function useShortcuts(list: Shortcut[]) {
  const registry = useContext(Context)
  const latest = useRef(list)
  latest.current = list
  const keys = list.map((one) => one.keys).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: registered anew only when the keys change; the handlers are read when pressed
  useEffect(() => {
    const stable = latest.current.map((one, at) => ({
      ...one,
      run: (event: KeyboardEvent) => latest.current[at]?.run(event),
      when: (event: KeyboardEvent) => latest.current[at]?.when?.(event) ?? true,
    }))
    return registry?.add(stable)
  }, [registry, keys])
}

/** All keys that work now, for the palette; and the way to show the sheet. */
export const useRegistry = () => useContext(Context)

function commands(shortcuts: Shortcut[]) {
  const mac = /Mac|iP/.test(navigator.userAgent)
  const groups = [...new Set(shortcuts.map((one) => one.group))]
  return shortcuts
    .filter((one, at) => !one.keyOnly && shortcuts.findIndex((other) => other.keys === one.keys) === at)
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
    .map((one) => ({ value: one.keys, label: one.label, group: one.group, hint: keyNames(one.keys, mac) }))
}
