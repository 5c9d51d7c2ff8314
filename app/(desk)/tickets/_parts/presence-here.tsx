'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Avatar } from '@/app/_ui/avatar'
import { fill } from '@/app/_ui/fill'
import type { Doing, Present } from '@/lib/desk/shared'
import { useLive } from '../../_parts/use-live'
import { hearDoing } from './presence-beat'

export type PresenceWords = Record<Doing, string> & { more: string }

type PresenceProps = {
  ticket: { id: string; number: number; version: number }
  first: Present[]
  words: PresenceWords
}

const beat = 15_000

/**
 * Who else is here and what they do, told and heard by the live stream; and what changed meanwhile, drawn anew unless
 * somebody is in the middle of a word.
 */
export function Presence({ ticket, first, words }: PresenceProps) {
  const router = useRouter()
  const [people, setPeople] = useState(first)
  const doing = useRef<Doing>('viewing')
  const version = useRef(ticket.version)
  version.current = ticket.version
  const { id } = ticket

  useEffect(() => {
    const say = (what: Doing | null) =>
      void fetch('/live', {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ticket: id, doing: what }),
      }).catch(() => null)
    const tell = () => document.visibilityState === 'visible' && say(doing.current)
    const deaf = hearDoing((next) => {
      if (next === doing.current) return
      doing.current = next
      tell()
    })
    const leave = () => say(null)
    tell()
    const timer = window.setInterval(tell, beat)
    document.addEventListener('visibilitychange', tell)
    window.addEventListener('pagehide', leave)
    return () => {
      deaf()
      leave()
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', tell)
      window.removeEventListener('pagehide', leave)
    }
  }, [id])

  useLive('presence', (told) => told.ticket === id && setPeople(told.people))
  useLive('tickets', ({ tickets, many }) => {
    const mine = tickets.find((one) => one.id === id)
    if (many || (mine && mine.version > version.current)) router.refresh()
  })

  const [one] = people
  if (!one) return null
  const told = fill(words[busiest(people)?.doing ?? one.doing], { name: given(busiest(people)?.name ?? one.name) })
  return (
    <span className="presence" role="status">
      {people.slice(0, 3).map((person) => (
        <Avatar key={person.id} name={person.name} />
      ))}
      <span className="max-tablet:sr-only">
        {told}
        {people.length > 1 ? ` ${fill(words.more, { n: people.length - 1 })}` : null}
      </span>
    </span>
  )
}

const busiest = (people: Present[]) =>
  people.find((one) => one.doing === 'replying') ?? people.find((one) => one.doing === 'noting') ?? people[0]

const given = (name: string) => name.split(' ')[0] ?? name
