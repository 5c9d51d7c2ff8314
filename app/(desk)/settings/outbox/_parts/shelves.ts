import type { OutboxAsk } from '@/lib/followups'
import { letterKinds } from '@/lib/mail/shared'

type Shelf = { name: 'all' | 'waiting' | 'troubled'; href: string; filter: OutboxAsk }

/** The three ways to look at the outbox, each with its own address. */
export const shelves: Shelf[] = [
  { name: 'all', href: '/settings/outbox', filter: {} },
  {
    name: 'waiting',
    href: '/settings/outbox?show=waiting',
    filter: { states: ['queued', 'held', 'sending', 'unknown'] },
  },
  { name: 'troubled', href: '/settings/outbox?show=troubled', filter: { states: ['failed', 'bounced'] } },
]

const [all] = shelves as [Shelf]

export const shelfOf = (name: string | undefined): Shelf => shelves.find((shelf) => shelf.name === name) ?? all

/** What may be asked in the address of the page. */
export type Asked = { words?: string; kind?: string; number?: string }

/** What was asked, as the log understands it; what makes no sense is not asked. */
export function filterOf({ words, kind, number }: Asked): OutboxAsk {
  const known = letterKinds.find((one) => one === kind)
  const digits = /^#?(\d{1,9})$/.exec(number?.trim() ?? '')?.[1]
  return {
    ...(words?.trim() ? { words: words.trim().slice(0, 254) } : {}),
    ...(known ? { kind: known } : {}),
    ...(digits ? { number: Number(digits) } : {}),
  }
}

/** The address of a shelf with what is asked. */
export function hrefOf(href: string, asked: Record<string, string | undefined>): string {
  const more = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return more.size === 0 ? href : `${href}${href.includes('?') ? '&' : '?'}${more}`
}
