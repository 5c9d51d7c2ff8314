'use client'
import { type ToggleEvent, useId, useRef } from 'react'

/**
 * A box that floats beside its button, by the browser's own popover: it closes on Escape and on a press elsewhere and gives
 * the focus back. Spread `trigger` on the button and `box` on what floats.
 */
export function useAnchored(onOpen?: (box: HTMLElement) => void) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  return {
    trigger: { ref: button, popoverTarget: id },
    box: {
      ref: box,
      id,
      popover: 'auto' as const,
      onBeforeToggle: (toggle: ToggleEvent<HTMLElement>) => {
        if (toggle.newState === 'open' && button.current) place(toggle.currentTarget, button.current)
        button.current?.setAttribute('aria-expanded', String(toggle.newState === 'open'))
      },
      onToggle: (toggle: ToggleEvent<HTMLElement>) => {
        if (toggle.newState === 'open') onOpen?.(toggle.currentTarget)
      },
    },
    close: () => box.current?.hidePopover(),
    button,
  }
}

const gap = 4

// Towards the side of the screen that has more room; known before the box is drawn, so nothing jumps.
function place(box: HTMLElement, button: HTMLElement) {
  const at = button.getBoundingClientRect()
  const { clientWidth: width, clientHeight: height } = document.documentElement
  const up = at.bottom > height * 0.6
  const end = at.left > width / 2
  box.style.inset = [
    up ? 'auto' : `${at.bottom + gap}px`,
    end ? `${Math.max(width - at.right, 8)}px` : 'auto',
    up ? `${height - at.top + gap}px` : 'auto',
    end ? 'auto' : `${Math.max(at.left, 8)}px`,
  ].join(' ')
}
