'use client'
import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { type DeedGroup, type DeedName, deeds, type KeyChoice, keysFor } from './deeds'
import { keyNames } from './keystroke'
import { listen } from './listen'
import { Picker } from './picker'
import type { SheetWords } from './shortcut-sheet'

type Doing = {
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

/** A deed of the list in `deeds.ts`, which knows its key, label and group and lets people choose another key. */
type Named = Doing & { deed: DeedName; label?: string }
/** A key of one screen alone: "a", "shift+e", "mod+enter", or two in a row: "g t". Without a label it is not told. */
type Plain = Doing & { keys: string; label: string; group: string; deed?: undefined }
export type Shortcut = Named | Plain

/** A shortcut with this person's key. */
export type Told = Doing & { keys: string; label: string; group: string; deed?: DeedName; holds: boolean }

type Registry = {
  add: (list: Shortcut[]) => () => void
  all: () => Told[]
  showSheet: () => void
  /** The palette: every deed that is possible now, to be found by typing. `about` names what it acts on. */
  showPalette: (about?: string) => void
}

export type ShortcutWords = {
  sheet: SheetWords
  palette: string
  paletteNone: string
  deeds: Record<DeedName, string>
  groups: Record<DeedGroup, string>
}

type ProviderProps = {
  words: ShortcutWords
  /** What this person chose, as it is kept; changed again by `save`. */
  choice: KeyChoice
  save: (kept: { shortcuts: KeyChoice['mode']; keys: KeyChoice['remap'] }) => Promise<unknown>
  children: ReactNode
}

const Context = createContext<Registry | null>(null)
const Chosen = createContext<KeyChoice>({ mode: 'on', remap: {} })
const Sheet = lazy(() => import('./shortcut-sheet'))

/** One registry of deeds for everything inside: it feeds handlers, hints, the `?` sheet and the palette. Stands once in the shell. */
export function ShortcutProvider({ words, choice: kept, save, children }: ProviderProps) {
  const lists = useRef(new Set<Shortcut[]>())
  const [choice, setChoice] = useState(kept)
  const [sheet, setSheet] = useState(false)
  const [palette, setPalette] = useState<{ about?: string | undefined } | null>(null)
  const latest = useRef(choice)
  latest.current = choice

  const registry = useMemo<Registry>(() => {
    const told = (one: Shortcut): Told =>
      one.deed === undefined
        ? { ...one, holds: /^(shift\+)?arrow/.test(one.keys) }
        : {
            ...one,
            keys: keysFor(one.deed, latest.current.remap),
            label: one.label ?? words.deeds[one.deed],
            group: words.groups[deeds[one.deed].group],
            holds: 'holds' in deeds[one.deed],
          }
    return {
      add: (list) => {
        lists.current.add(list)
        return () => void lists.current.delete(list)
      },
      // What was registered last stands nearest to the person and answers first; what works everywhere comes behind.
      all: () =>
        [...lists.current]
          .reverse()
          .flat()
          .map(told)
          .sort((a, b) => Number(a.everywhere ?? false) - Number(b.everywhere ?? false)),
      showSheet: () => setSheet(true),
      showPalette: (about) => setPalette({ about }),
    }
  }, [words])

  useEffect(
    () =>
      listen({
        all: registry.all,
        choice: () => latest.current,
        sheet: registry.showSheet,
        palette: registry.showPalette,
      }),
    [registry],
  )
  const choose = (next: KeyChoice) => {
    setChoice(next)
    void save({ shortcuts: next.mode, keys: next.remap }).catch(() => undefined)
  }

  return (
    <Context value={registry}>
      <Chosen value={choice}>
        {children}
        {sheet ? (
          <Suspense>
            <Sheet
              onClose={() => setSheet(false)}
              shortcuts={registry.all()}
              choice={choice}
              onChoose={choose}
              words={words.sheet}
              deeds={words.deeds}
            />
          </Suspense>
        ) : null}
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
      </Chosen>
    </Context>
  )
}

/** Registers keys for as long as the component stands. The list may be made anew on every render. */
export function useShortcuts(list: Shortcut[]) {
  const registry = useContext(Context)
  const latest = useRef(list)
  latest.current = list
  const keys = list.map((one) => one.deed ?? one.keys).join('|')
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

/** How a deed's key is written for this person: "A", "⇧ E", "Ctrl Z"; undefined where single keys are off. */
export function useKeyHint(deed: DeedName): string | undefined {
  const { mode, remap } = useContext(Chosen)
  const keys = keysFor(deed, remap)
  return mode === 'on' || (mode === 'modifier' && keys.startsWith('mod+')) ? keyNames(keys) : undefined
}

function commands(shortcuts: Told[]) {
  const groups = [...new Set(shortcuts.map((one) => one.group))]
  return shortcuts
    .filter((one, at) => !one.keyOnly && one.label && shortcuts.findIndex((other) => other.keys === one.keys) === at)
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
    .map((one) => ({ value: one.keys, label: one.label, group: one.group, hint: keyNames(one.keys) }))
}
