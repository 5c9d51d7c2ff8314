'use client'
import { useRouter } from 'next/navigation'
import { useShortcuts } from '@/app/_ui/shortcuts'

type Words = Record<'group' | 'filter' | 'cases' | 'table' | 'earlier' | 'later' | 'down' | 'up', string>

const find = (selector: string) => document.querySelector<HTMLElement>(selector)
const rows = () => [...document.querySelectorAll<HTMLElement>('.rank [data-row]')]
const rowOf = (target: EventTarget | null) =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null

/** The board's keys: filters, cases, table, periods, and up and down the ranking. */
export function BoardKeys({ words, earlier, later }: { words: Words; earlier: string; later: string }) {
  const router = useRouter()
  const { group } = words
  const step = (by: 1 | -1) => (event: KeyboardEvent) => {
    const all = rows()
    const here = rowOf(event.target)
    const at = here ? all.indexOf(here) : -1
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.querySelector('a')?.focus()
  }
  const inRanking = (event: KeyboardEvent) => rowOf(event.target) !== null
  useShortcuts([
    { keys: 'f', group, label: words.filter, run: () => find('[data-filter] button')?.click() },
    {
      keys: 'v',
      group,
      label: words.cases,
      run: (event) => {
        const href = rowOf(event.target)?.dataset.row || find('[data-cases]')?.getAttribute('href')
        if (href) router.push(href)
      },
    },
    {
      keys: 't',
      group,
      label: words.table,
      run: () => {
        const details = find('[data-trend]')
        details?.toggleAttribute('open')
        details?.scrollIntoView({ block: 'nearest' })
      },
    },
    { keys: '[', group, label: words.earlier, run: () => router.push(earlier) },
    { keys: ']', group, label: words.later, run: () => router.push(later) },
    { keys: 'arrowdown', group, label: words.down, keyOnly: true, run: step(1), when: inRanking },
    { keys: 'arrowup', group, label: words.up, keyOnly: true, run: step(-1), when: inRanking },
  ])
  return null
}
