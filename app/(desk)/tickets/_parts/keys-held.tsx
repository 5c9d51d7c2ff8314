'use client'
import { useLayoutEffect } from 'react'

const patience = 20
const settling = 3

/** Stands where a dialog is on its way: what is typed meanwhile is the dialog's, and no shortcut of the page. */
export function KeysHeld() {
  useLayoutEffect(() => {
    const held: string[] = []
    let left = false
    const hold = (event: KeyboardEvent) => {
      if (event.key === 'Escape') left = true
      if (left || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key.length > 1 && event.key !== 'Enter') return
      event.preventDefault()
      event.stopImmediatePropagation()
      held.push(event.key)
    }
    // The dialog takes the focus some frames after it is drawn.
    const give = (frame: number) => {
      const field = document.activeElement
      const writes = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      // A dialog that has no field to write in has its focus elsewhere by then, and takes no letters.
      const settled = writes || (frame >= settling && field?.closest('dialog[open]'))
      if (!settled && !left && frame < patience) return void window.requestAnimationFrame(() => give(frame + 1))
      window.removeEventListener('keydown', hold, true)
      if (writes) void typeInto(field, held)
    }
    window.addEventListener('keydown', hold, true)
    return () => give(0)
  }, [])
  return null
}

async function typeInto(field: HTMLElement, keys: string[]) {
  for (const key of keys) {
    if (key !== 'Enter') document.execCommand('insertText', false, key)
    else field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    // What was typed is drawn before the next key is heard.
    await new Promise((next) => window.setTimeout(next))
  }
}
