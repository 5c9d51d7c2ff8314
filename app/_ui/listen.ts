import { flushSync } from 'react-dom'
import { type KeyChoice, keysFor, worksIn } from './deeds'
import { keystroke, occupied } from './keystroke'
import type { Told } from './shortcuts'

type Ears = {
  all: () => Told[]
  choice: () => KeyChoice
  sheet: () => void
  palette: () => void
}

const patience = 1_500

/** Hears every key of the page and runs the deed that has it; two keys in a row within a second and a half. */
export function listen({ all, choice, sheet, palette }: Ears): () => void {
  let first: string | null = null
  let timer = 0
  const press = (event: KeyboardEvent) => {
    const stroke = keystroke(event)
    if (!stroke || event.defaultPrevented) return
    const { mode, remap } = choice()
    const busy = occupied(event.target)
    const keys = first ? `${first} ${stroke}` : stroke
    window.clearTimeout(timer)
    first = null
    if (keys === keysFor('palette', remap) && !document.querySelector('dialog[open]'))
      return take(event, () => palette())
    if (!worksIn(mode, keys.split(' ')[0] ?? keys)) return
    if (keys === keysFor('keys', remap) && !busy) return take(event, sheet)
    const found = all().find((one) => one.keys === keys && (!busy || one.whileTyping) && (one.when?.(event) ?? true))
    // A key that is held down moves on and on, but assigns or closes only once.
    if (found)
      return take(event, () => {
        if (!event.repeat || found.holds) found.run(event)
      })
    if (busy || !all().some((one) => one.keys.startsWith(`${keys} `))) return
    first = keys
    timer = window.setTimeout(() => {
      first = null
    }, patience)
  }
  window.addEventListener('keydown', press)
  return () => {
    window.clearTimeout(timer)
    window.removeEventListener('keydown', press)
  }
}

function take(event: KeyboardEvent, run: () => void) {
  event.preventDefault()
  // A list that a key opens is there before the next key: what is typed at once belongs to it.
  flushSync(run)
}
