import type { LetterFilter } from '@/lib/mail'

type Shelf = { name: 'all' | 'waiting' | 'troubled'; href: string; filter: LetterFilter }

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
