'use client'
import type { KeyboardEvent } from 'react'

/** A toolbar: Tab stops once, where one was last. */
export function oneStop(bar: HTMLElement | null) {
  const stops = bar ? stopsOf(bar) : []
  const reached = stops.find((one) => one === document.activeElement) ?? stops.find((one) => one.tabIndex === 0)
  for (const one of stops) one.tabIndex = one === (reached ?? stops[0]) ? 0 : -1
}

/** Arrows, Home and End go through what can be pressed. */
export function roam(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const stops = stopsOf(event.currentTarget)
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const ends = { Home: stops[0], End: stops.at(-1) }[event.key]
  const next = ends ?? (step && stops[(at + step + stops.length) % stops.length])
  if (!next) return
  event.preventDefault()
  next.focus()
}

const stopsOf = (bar: HTMLElement) =>
  [...bar.querySelectorAll<HTMLElement>('input, button, a')].filter((one) => one.offsetParent !== null)
