'use client'
import { TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from './button'
import { announce } from './live-region'
import { useShortcuts } from './shortcuts'

export type Toast = {
  text: string
  /** What those hear who hear the page, when it is more than the text. */
  said?: string
  kind?: 'done' | 'error'
  /** What can still be done about it: "Deshacer", "Reintentar". */
  action?: { label: string; run: () => void }
}

/**
 * Says what happened, bottom left, for ten seconds, one at a time. Errors are said at once, the rest politely; what can be
 * undone is undone by Ctrl Z too.
 */
export function toast(detail: Toast) {
  window.dispatchEvent(new CustomEvent<Toast>(event, { detail }))
  if (detail.kind !== 'error') announce(detail.said ?? detail.text)
}

const event = 'lazo:toast'

/** Where toasts appear; stands once in the shell. */
export function Toaster({ closeLabel, label }: { closeLabel: string; label: string }) {
  const [shown, setShown] = useState<Toast | null>(null)
  const box = useRef<HTMLElement>(null)

  useEffect(() => {
    const show = (arrived: Event) => setShown((arrived as CustomEvent<Toast>).detail)
    window.addEventListener(event, show)
    return () => window.removeEventListener(event, show)
  }, [])

  useShortcuts([
    {
      deed: 'undo',
      everywhere: true,
      when: () => shown?.action !== undefined && shown.kind !== 'error',
      run: () => shown && act(shown, setShown),
    },
  ])

  useEffect(() => {
    if (!shown) return
    const element = box.current
    // The popover's layer lies above an open dialog, so an error is not hidden behind what caused it.
    element?.showPopover?.()
    const timer = window.setTimeout(() => setShown(null), 10_000)
    return () => {
      window.clearTimeout(timer)
      element?.hidePopover?.()
    }
  }, [shown])

  return (
    <section ref={box} popover="manual" className="toasts" aria-label={label}>
      <div role={shown?.kind === 'error' ? 'alert' : undefined}>
        {shown ? (
          <div className="toast float">
            {shown.kind === 'error' ? <TriangleAlert className="i text-error" aria-hidden="true" /> : null}
            <span className={shown.kind === 'error' ? 'text-error' : undefined}>{shown.text}</span>
            {shown.action ? (
              <Button variant="ghost" size="sm" className="text-accent" onClick={() => act(shown, setShown)}>
                {shown.action.label}
              </Button>
            ) : null}
            <Button variant="ghost" size="icon" aria-label={closeLabel} onClick={() => setShown(null)}>
              <X className="i" aria-hidden="true" />
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}

function act(shown: Toast, setShown: (next: null) => void) {
  setShown(null)
  shown.action?.run()
}
