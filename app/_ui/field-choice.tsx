'use client'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Field, type FieldLabels } from './field'
import { Input } from './input'

export type FieldOption = { value: string; label: string; note?: string | undefined }

type ChoiceFieldProps = FieldLabels & {
  name: string
  options: FieldOption[]
  defaultValue?: string | undefined
  placeholder?: string
  /** When nothing matches. */
  none: string
}

/** One of many in a form, found by typing: a combobox with its list below it. Sends the value, shows the name. */
export function ChoiceField({ name, options, defaultValue, placeholder, none, ...labels }: ChoiceFieldProps) {
  const list = useId()
  const hidden = useRef<HTMLInputElement>(null)
  const [value, setValue] = useState(defaultValue ?? '')
  const [text, setText] = useState(options.find((one) => one.value === defaultValue)?.label ?? '')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const chosen = options.find((one) => one.value === value)
  const found = chosen?.label === text ? options : options.filter((one) => fits(one, text))
  const place = Math.min(at, found.length - 1)

  const take = (one: FieldOption | undefined) => {
    setValue(one?.value ?? '')
    if (one) setText(one.label)
    setOpen(false)
    // A form that keeps what is typed hears of it as of any other field.
    window.requestAnimationFrame(() => hidden.current?.dispatchEvent(new Event('change', { bubbles: true })))
  }
  const type = (typed: string) => {
    setText(typed)
    setAt(0)
    setOpen(true)
    setValue(options.find((one) => plain(one.label) === plain(typed))?.value ?? '')
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      if (!open) return setOpen(true)
      setAt((found.length + place + step) % Math.max(found.length, 1))
    }
    if (!open || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      take(found[place])
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }

  return (
    <Field id={name} {...labels}>
      {(aria) => (
        <div className="relative">
          <input type="hidden" ref={hidden} name={name} value={value} />
          <Input
            {...aria}
            role="combobox"
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && found[place] ? `${list}-${place}` : undefined}
            autoComplete="off"
            placeholder={placeholder}
            value={text}
            onChange={(change) => type(change.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            onClick={() => setOpen(true)}
            onBlur={() => {
              setOpen(false)
              if (!value) setText('')
              else setText(options.find((one) => one.value === value)?.label ?? '')
            }}
            onKeyDown={press}
          />
          <div
            id={list}
            role="listbox"
            aria-label={typeof labels.label === 'string' ? labels.label : undefined}
            className="choices float"
            hidden={!open}
          >
            {found.map((one, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's own
              <div
                key={one.value}
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === place}
                className="menu-item"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(one)}
              >
                <span className="cut">{one.label}</span>
                {one.note ? <span className="cut text-3">{one.note}</span> : null}
              </div>
            ))}
            {found.length === 0 ? <p className="px-3 py-2 text-3">{none}</p> : null}
          </div>
        </div>
      )}
    </Field>
  )
}

const fits = (one: FieldOption, text: string) =>
  plain(text)
    .split(/\s+/)
    .every((word) => plain(`${one.label} ${one.note ?? ''}`).includes(word))

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
