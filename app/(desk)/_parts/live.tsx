'use client'
import { useEffect } from 'react'
import { liveNames, tell } from './use-live'

const again = 5_000

/** The one line on which the house tells what happens, open while the page is looked at. Stands once in the shell. */
export function Live() {
  useEffect(() => {
    let line: EventSource | null = null
    let timer = 0
    let ended = false
    const shut = () => {
      window.clearTimeout(timer)
      line?.close()
      line = null
    }
    const open = () => {
      if (line || ended || document.visibilityState !== 'visible') return
      const opened = new EventSource('/live')
      line = opened
      opened.onopen = () => tell('line', true)
      opened.onerror = () => {
        tell('line', false)
        if (opened.readyState !== EventSource.CLOSED) return
        shut()
        timer = window.setTimeout(open, again)
      }
      for (const name of liveNames)
        opened.addEventListener(name, (event) => tell(name, JSON.parse((event as MessageEvent<string>).data)))
      opened.addEventListener('end', () => {
        ended = true
        shut()
      })
    }
    const look = () => (document.visibilityState === 'visible' ? open() : shut())
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', open)
    return () => {
      shut()
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', open)
    }
  }, [])
  return null
}
