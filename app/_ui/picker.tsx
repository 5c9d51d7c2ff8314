'use client'
import { Check, Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useModal } from './dialog'
import { Kbd } from './kbd'

export type PickerOption = {
  value: string
  label: string
  /** At the end, quietly: a team, a second name. */
  note?: string | undefined
  icon?: ReactNode
  hint?: string
  group?: string
  /** Found by these words too. */
  also?: string
  chosen?: boolean
}

type PickerProps = {
  open: boolean
  onClose: () => void
  /** The question, as placeholder and name: "Asignar a…". */
  label: string
  options: PickerOption[]
  onPick: (value: string) => void
  /** When nothing matches. */
  none: string
  /** What is typed, before options are filtered by it: for options that come from the server. */
  onSearch?: (text: string) => void
  /** Beside the input: "#1042". */
  note?: string | undefined
}

/** One short list to choose from by typing: the palette, assigning, states, causes. A combobox in the browser's dialog. */
export function Picker({ open, onClose, label, options, onPick, none, onSearch, note }: PickerProps) {
  const dialog = useModal(open)
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = options.filter((one) => matches(one, text))
  const current = found[Math.min(at, found.length - 1)]

  useEffect(() => {
    if (!open) return
    setText('')
    setAt(
      Math.max(
        0,
        options.findIndex((one) => one.chosen),
      ),
    )
    // biome-ignore lint/correctness/useExhaustiveDependencies: starts anew when it opens, not when options arrive
  }, [open])

  useEffect(() => {
    if (current)
      list.current?.querySelector(`[data-value="${CSS.escape(current.value)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const pick = (value: string) => {
    onClose()
    onPick(value)
  }
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step) setAt((found.length + Math.min(at, found.length - 1) + step) % Math.max(found.length, 1))
    if (event.key === 'Enter' && current) pick(current.value)
    if (step || event.key === 'Enter') event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      className="dialog dialog-top float"
      aria-label={label}
      onClose={onClose}
      onClick={(click) => click.target === click.currentTarget && onClose()}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      {open ? (
        <div className="picker">
          <div className="picker-in">
            <Search className="i" aria-hidden="true" />
            {/* biome-ignore lint/a11y/noAutofocus: a picker is opened to be typed into */}
            <input
              autoFocus
              role="combobox"
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-activedescendant={current ? `${id}-${current.value}` : undefined}
              aria-label={label}
              placeholder={label}
              autoComplete="off"
              value={text}
              onChange={(change) => {
                setText(change.currentTarget.value)
                setAt(0)
                onSearch?.(change.currentTarget.value)
              }}
              onKeyDown={press}
            />
            {note ? <span className="chip">{note}</span> : null}
          </div>
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="picker-list">
            {found.map((one, place) => (
              <div key={one.value}>
                {one.group && one.group !== found[place - 1]?.group ? (
                  <div className="menu-head" role="presentation">
                    {one.group}
                  </div>
                ) : null}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's own */}
                <div
                  role="option"
                  tabIndex={-1}
                  id={`${id}-${one.value}`}
                  data-value={one.value}
                  aria-selected={one === current}
                  className="menu-item"
                  onClick={() => pick(one.value)}
                >
                  {one.icon}
                  <span className="cut">{one.label}</span>
                  {one.note ? <span className="cut text-3">{one.note}</span> : null}
                  <span className="at-end flex gap-2">
                    {one.chosen ? <Check className="i" aria-hidden="true" /> : null}
                    {one.hint ? <Kbd>{one.hint}</Kbd> : null}
                  </span>
                </div>
              </div>
            ))}
            {found.length === 0 ? <p className="px-3 py-3 text-3">{none}</p> : null}
          </div>
        </div>
      ) : null}
    </dialog>
  )
}

const matches = (one: PickerOption, text: string) =>
  plain(text)
    .split(/\s+/)
    .every((word) => plain(`${one.label} ${one.note ?? ''} ${one.also ?? ''}`).includes(word))

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
