'use client'
import { type PointerEvent, useRef } from 'react'

const held = 450
const moved = 12
const swiped = 72

/** On touch: a long press selects, a swipe to a side is a short way to a deed that also stands behind "⋯". */
export function useTouch(
  id: string,
  onHold: (id: string, range: boolean) => void,
  onSwipe: (id: string, towards: 'start' | 'end') => void,
) {
  const touch = useRef<{ x: number; y: number; timer: number; done: boolean } | null>(null)
  const end = () => {
    if (touch.current) window.clearTimeout(touch.current.timer)
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return
      const begun = { x: event.clientX, y: event.clientY, timer: 0, done: false }
      begun.timer = window.setTimeout(() => {
        begun.done = true
        onHold(id, false)
      }, held)
      touch.current = begun
    },
    onPointerMove: (event: PointerEvent) => {
      const from = touch.current
      if (from && Math.hypot(event.clientX - from.x, event.clientY - from.y) > moved) window.clearTimeout(from.timer)
    },
    onPointerUp: (event: PointerEvent) => {
      const from = touch.current
      end()
      if (!from || from.done || event.pointerType !== 'touch') return
      const [across, down] = [event.clientX - from.x, Math.abs(event.clientY - from.y)]
      if (Math.abs(across) < swiped || down > Math.abs(across) / 2) return
      from.done = true
      onSwipe(id, across > 0 ? 'end' : 'start')
    },
    onPointerCancel: end,
    // What was a long press or a swipe is no tap.
    onClickCapture: (event: { preventDefault: () => void; stopPropagation: () => void }) => {
      if (!touch.current?.done) return
      touch.current = null
      event.preventDefault()
      event.stopPropagation()
    },
    onContextMenu: (event: { preventDefault: () => void }) => {
      if (touch.current?.done) event.preventDefault()
    },
  }
}
