'use client'
import { useEffect, useState } from 'react'

/** Says something politely to those who hear the page: "Asignado a Kim. Quedan 11." */
export const announce = (text: string) => window.dispatchEvent(new CustomEvent<string>(event, { detail: text }))

const event = 'lazo:announce'

/** The one polite region; stands once in the shell. */
export function LiveRegion() {
  const [text, setText] = useState('')
  useEffect(() => {
    // The same words twice are heard twice only if they differ by something that is not heard.
    const hear = (arrived: Event) => {
      const { detail } = arrived as CustomEvent<string>
      setText((before) => (before === detail ? `${detail}\u00a0` : detail))
    }
    window.addEventListener(event, hear)
    return () => window.removeEventListener(event, hear)
  }, [])
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {text}
    </div>
  )
}
