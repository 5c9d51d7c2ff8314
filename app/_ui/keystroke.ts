/** What was pressed, as shortcuts spell it: "j", "shift+j", "mod+k", "?", "enter", "arrowdown"; null for what is never ours. */
export function keystroke(event: KeyboardEvent): string | null {
  if (event.isComposing || event.altKey || event.repeat === undefined) return null
  const key = latin(event).toLowerCase()
  if (['shift', 'control', 'meta', 'alt', 'dead', 'process'].includes(key)) return null
  const name = key === ' ' ? 'space' : key
  const shift = event.shiftKey && (/^[a-z]$/.test(name) || name.length > 1)
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${shift ? 'shift+' : ''}${name}`
}

/** Whether the person is writing, choosing in a list or answering a dialog: then single keys belong to that. */
export function occupied(target: EventTarget | null) {
  if (document.querySelector('dialog[open]')) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="menu"], [role="listbox"], [role="dialog"]')) return true
  return target.matches(
    'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])',
  )
}

/** "shift+e" → "⇧ E", "mod+enter" → "Ctrl ↵" ("⌘ ↵" on a Mac), "g t" → "G T". */
export function keyNames(keys: string, mac: boolean) {
  const names: Record<string, string> = { mod: mac ? '⌘' : 'Ctrl', shift: '⇧', enter: '↵', space: '␣', escape: 'Esc' }
  return keys
    .split(/[+ ]/)
    .map((key) => names[key] ?? key.replace('arrow', '').toUpperCase())
    .join(' ')
}

// The letter itself, so that AZERTY and QWERTZ work; its place on the board where the script has no Latin letters.
const latin = (event: KeyboardEvent) =>
  /^[^\x20-\x7e]$/.test(event.key) && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key
