'use client'
import { useLinkStatus } from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'

const event = 'lazo:going'

/** Another page is on its way: what is on the screen stands, and says that it is old. */
export function useOnTheWay(): boolean {
  const [many, setMany] = useState(0)
  useEffect(() => {
    const hear = (told: Event) => setMany((before) => Math.max(before + (told as CustomEvent<number>).detail, 0))
    window.addEventListener(event, hear)
    return () => window.removeEventListener(event, hear)
  }, [])
  return many > 0
}

/** Goes somewhere, and lets the page know until one is there; `stays`: the page keeps where it was scrolled to. */
export function useGo(): (href: string, stays?: 'stays') => void {
  const router = useRouter()
  const [going, start] = useTransition()
  useTold(going)
  return (href, stays) => start(() => router.push(href, { scroll: stays !== 'stays' }))
}

/** Inside a link: lets the page know while one is on the way to it. */
export function LinkGoing() {
  useTold(useLinkStatus().pending)
  return null
}

function useTold(going: boolean) {
  useEffect(() => {
    if (!going) return
    const tell = (detail: number) => void window.dispatchEvent(new CustomEvent(event, { detail }))
    tell(1)
    return () => tell(-1)
  }, [going])
}
