'use client'
import { type KeyboardEvent, type RefObject, useState } from 'react'

export type Person = { id: string; name: string }

const open = /(?:^|\s)@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u
const most = 6

/** People to call upon while a note is written: typing @ and letters offers those who may see the ticket. */
export function useMentions(
  area: RefObject<HTMLTextAreaElement | null>,
  people: Person[],
  type: (text: string) => void,
) {
  const [found, setFound] = useState<{ from: number; people: Person[] } | null>(null)
  const [at, setAt] = useState(0)

  const look = () => {
    const field = area.current
    const match = field ? open.exec(field.value.slice(0, field.selectionStart)) : null
    const word = match?.[1]
    if (!field || word === undefined) return setFound(null)
    const fits = people.filter((one) =>
      plain(one.name)
        .split(' ')
        .some((_, from, all) => all.slice(from).join(' ').startsWith(plain(word))),
    )
    setAt(0)
    setFound(fits.length > 0 ? { from: field.selectionStart - word.length - 1, people: fits.slice(0, most) } : null)
  }
  const pick = (person: Person) => {
    const field = area.current
    if (!field || !found) return
    const before = `${field.value.slice(0, found.from)}@${person.name} `
    type(before + field.value.slice(field.selectionStart))
    setFound(null)
    window.requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(before.length, before.length)
    })
  }
  /** True when the key was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    const person = found?.people[at]
    if (!found || !person) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((at + step + found.people.length) % found.people.length)
    else if (event.key === 'Enter' || event.key === 'Tab') pick(person)
    else if (event.key === 'Escape') setFound(null)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { found: found?.people ?? [], at, look, pick, press, close: () => setFound(null) }
}

/** "@Rubén Ortega" as the note stores it, with who is meant. */
export const withMentions = (text: string, people: Person[]) =>
  [...people]
    .sort((one, other) => other.name.length - one.name.length)
    .reduce(
      (told, { id, name }) =>
        told.replace(
          new RegExp(`(^|\\s)@${literal(name)}(?![\\p{L}\\]])`, 'gu'),
          `$1@[${name.replace(/[[\]]/g, '')}](${id})`,
        ),
      text,
    )

/** Whom the list offers now. */
export function MentionList({
  id,
  mentions,
  label,
}: {
  id: string
  mentions: ReturnType<typeof useMentions>
  label: string
}) {
  if (mentions.found.length === 0) return null
  return (
    <div id={id} role="listbox" aria-label={label} className="mentions float">
      {mentions.found.map((person, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's own
        <div
          key={person.id}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === mentions.at}
          className="menu-item"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => mentions.pick(person)}
        >
          {person.name}
        </div>
      ))}
    </div>
  )
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
