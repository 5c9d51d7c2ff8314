'use client'
import type { Doing } from '@/lib/desk/shared'

/** Tells who is at this ticket what they do: reading, writing to the customer, noting. Heard by the page's presence. */
export const tellDoing = (doing: Doing) => window.dispatchEvent(new CustomEvent<Doing>(event, { detail: doing }))

const event = 'lazo:doing'

export function hearDoing(run: (doing: Doing) => void): () => void {
  const hear = (told: Event) => run((told as CustomEvent<Doing>).detail)
  window.addEventListener(event, hear)
  return () => window.removeEventListener(event, hear)
}
