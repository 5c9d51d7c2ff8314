/** What was pressed, as shortcuts spell it: "j", "shift+j", "mod+k", "?", "enter", "arrowdown"; null for what is never ours. */
export function keystroke(event: Pressed, mac = isMac()): string | null {
  // Alt and AltGr write characters; Ctrl on a Mac moves in a line of text.
  if (event.isComposing || event.altKey || (mac && event.ctrlKey)) return null
  const key = latin(event).toLowerCase()
  if (['shift', 'control', 'meta', 'alt', 'altgraph', 'capslock', 'dead', 'process', 'unidentified'].includes(key))
    return null
  const name = key === ' ' ? 'space' : key
  const shift = event.shiftKey && (/^[a-z]$/.test(name) || name.length > 1)
  const mod = mac ? event.metaKey : event.ctrlKey
  if (!mac && event.metaKey) return null
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${name}`
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

export const isMac = () => typeof navigator !== 'undefined' && /Mac|iP/.test(navigator.userAgent)

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
export function keyNames(keys: string, mac = isMac()) {
  const names: Record<string, string> = { mod: mac ? '⌘' : 'Ctrl', shift: '⇧', enter: '↵', space: '␣', escape: 'Esc' }
  return keys
    .split(/[+ ]/)
    .map((key) => names[key] ?? key.replace('arrow', '').toUpperCase())
    .join(' ')
}

// The letter itself, so that AZERTY and QWERTZ work; its place on the board where the script has no Latin letters.
function latin({ key, code }: Pressed) {
  if (!/^[^\x20-\x7e]$/.test(key)) return key
  return /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code)?.slice(1).find(Boolean) ?? key
}
