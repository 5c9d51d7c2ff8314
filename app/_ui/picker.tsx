'use client'
import { Check, Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from './button'
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
  /** A choice leads to the next question: the asker closes. */
  stays?: boolean
  /** What else may be chosen because it was typed: a new tag, a number. Stands last. */
  typed?: (text: string) => PickerOption | null
  /** Several may be chosen: Shift and Enter, or a click, marks one; Enter takes all that are marked. */
  several?: { chosen: string[]; apply: string; onApply: (values: string[]) => void }
}

/** One short list to choose from by typing: the palette, assigning, states, causes. A combobox in the browser's dialog. */
export function Picker({ open, onClose, ...inside }: PickerProps) {
  const dialog = useModal(open)
  return (
    <dialog
      ref={dialog}
      className="dialog dialog-top float"
      aria-label={inside.label}
      onClose={onClose}
      onClick={(click) => click.target === click.currentTarget && onClose()}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      {open ? <Choice {...inside} onClose={onClose} /> : null}
    </dialog>
  )
}

function Choice({
  onClose,
  label,
  options,
  onPick,
  none,
  onSearch,
  note,
  typed,
  several,
  stays,
}: Omit<PickerProps, 'open'>) {
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex((one) => one.chosen),
    ),
  )
  const list = useRef<HTMLDivElement>(null)
  const [marked, setMarked] = useState(several?.chosen ?? [])
  const own = text.trim() && typed ? typed(text.trim()) : null
  const listed = options.filter((one) => matches(one, text))
  const found = own && listed.every((one) => one.value !== own.value) ? [...listed, own] : listed
  const isMarked = (one: PickerOption) => (several ? marked.includes(one.value) : one.chosen)
  const place = Math.min(at, found.length - 1)
  const current = found[place]

  useEffect(() => {
    list.current?.querySelectorAll('[role=option]')[place]?.scrollIntoView({ block: 'nearest' })
  }, [place])

  const pick = (value: string) => {
    onPick(value)
    if (!stays) onClose()
  }
  const mark = (value: string) =>
    setMarked((before) => (before.includes(value) ? before.filter((one) => one !== value) : [...before, value]))
  const apply = (values: string[]) => {
    several?.onApply(values)
    if (!stays) onClose()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((found.length + place + step) % Math.max(found.length, 1))
    if (event.key === 'Enter' && several && event.shiftKey && current) mark(current.value)
    else if (event.key === 'Enter' && several) apply(marked.length > 0 || !current ? marked : [current.value])
    else if (event.key === 'Enter' && current) pick(current.value)
    if (step || event.key === 'Enter') event.preventDefault()
  }
  const type = (typed: string) => {
    setText(typed)
    setAt(0)
    onSearch?.(typed)
  }

  return (
    <div className="picker">
      <div className="picker-in">
        <Search className="i" aria-hidden="true" />
        <input
          // biome-ignore lint/a11y/noAutofocus: a picker is opened to be typed into
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${place}` : undefined}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          value={text}
          onChange={(change) => type(change.currentTarget.value)}
          onKeyDown={press}
        />
        {note ? <span className="chip">{note}</span> : null}
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="picker-list">
        {found.map((one, index) => (
          <div key={one.value} role="presentation">
            {one.group && one.group !== found[index - 1]?.group ? (
              <div className="menu-head" role="presentation">
                {one.group}
              </div>
            ) : null}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's own */}
            <div
              role="option"
              tabIndex={-1}
              id={`${id}-${index}`}
              aria-selected={index === place}
              className="menu-item"
              onClick={() => (several ? mark(one.value) : pick(one.value))}
            >
              <OptionLine option={{ ...one, chosen: isMarked(one) ?? false }} />
            </div>
          </div>
        ))}
        {found.length === 0 ? <p className="px-3 py-3 text-3">{none}</p> : null}
      </div>
      {several ? (
        <div className="picker-foot">
          <Button size="sm" variant="primary" hint="↵" onClick={() => apply(marked)}>
            {several.apply}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

const OptionLine = ({ option }: { option: PickerOption }) => (
  <>
    {option.icon}
    <span className="cut">{option.label}</span>
    {option.note ? <span className="cut text-3">{option.note}</span> : null}
    <span className="at-end flex gap-2">
      {option.chosen ? <Check className="i" aria-hidden="true" /> : null}
      {option.hint ? <Kbd>{option.hint}</Kbd> : null}
    </span>
  </>
)

const matches = (one: PickerOption, text: string) =>
  plain(text)
    .split(/\s+/)
    .every((word) => plain(`${one.label} ${one.note ?? ''} ${one.also ?? ''}`).includes(word))

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
