const key = 'lazo.map.focus'

/** Says who is to have the focus when it is drawn anew; forgotten with the window. */
export function leaveFocus(id: string): void {
  try {
    window.sessionStorage.setItem(key, id)
  } catch {
    // Without storage the focus goes to the page.
  }
}

/** Whether the focus was left for this one; asked once. */
export function takeFocus(id: string): boolean {
  try {
    if (window.sessionStorage.getItem(key) !== id) return false
    window.sessionStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}
