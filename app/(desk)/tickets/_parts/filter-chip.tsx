'use client'
import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'

type FilterChipProps = {
  label: string
  value: string
  words: { chip: string; remove: string }
  onEdit: () => void
  onWiden: () => void
  onRemove: () => void
}

/** One test, to be changed by Enter, joined by O with an alternative, taken off by Delete. Arrows go from chip to chip. */
export function FilterChip({ label, value, words, onEdit, onWiden, onRemove }: FilterChipProps) {
  const name = value ? `${label} ${value}` : label
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      ;(beside(event.currentTarget, 1) ?? beside(event.currentTarget, -1))?.focus()
      onRemove()
    } else if (event.key === 'ArrowRight') beside(event.currentTarget, 1)?.focus()
    else if (event.key === 'ArrowLeft') beside(event.currentTarget, -1)?.focus()
    else if (event.key.toLowerCase() === 'o' && !event.ctrlKey && !event.metaKey && !event.altKey) onWiden()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className="chip chip-line chip-test">
      <button
        type="button"
        className="chip-edit"
        data-stop=""
        aria-label={words.chip.replace('{name}', name)}
        onClick={onEdit}
        onKeyDown={press}
      >
        {label} {value ? <b className="cut max-w-48">{value}</b> : null}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className="chip-remove"
        aria-label={words.remove.replace('{name}', name)}
        onClick={onRemove}
      >
        <X className="i" aria-hidden="true" />
      </button>
    </span>
  )
}

/** The stop before or after one, among chips and the words behind them. */
export function beside(here: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const stops = [...(here.closest('[data-stops]')?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])]
  return stops[stops.indexOf(here) + step]
}
