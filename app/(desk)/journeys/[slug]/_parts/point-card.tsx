'use client'
import { Archive, ArchiveRestore, ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Ellipsis, Pencil } from 'lucide-react'
import Link from 'next/link'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { cx } from '@/app/_ui/cx'
import { Menu, type MenuItem } from '@/app/_ui/menu'
import { placePoint, setPoint } from '../actions'
import { leaveFocus, takeFocus } from './focus'
import { usePlace } from './use-place'

export type Spot = { stageId: string; index: number; stage: string }
export type CardView = {
  id: string
  name: string
  slug: string
  href: string
  team: string | null
  channels: string
  reasons: string
  retired: boolean
  /** Where it can go from here; null is nowhere. */
  spots: Record<'up' | 'down' | 'left' | 'right', (Spot & { said: string }) | null> | null
}
export type CardWords = Record<
  'edit' | 'up' | 'down' | 'toLeft' | 'toRight' | 'retire' | 'restore' | 'noTeam' | 'retired' | 'offline' | 'hint',
  string
> & { more: string; retiredSaid: string; restoredSaid: string }

const icons = { up: ArrowUp, down: ArrowDown, left: ArrowLeft, right: ArrowRight }
const keys = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const

/** A touchpoint on the map. Alt and the arrows move it; the menu does the same. */
export function PointCard({ card, words }: { card: CardView; words: CardWords }) {
  const link = useRef<HTMLAnchorElement>(null)
  const { run, pending } = usePlace(words.offline)

  // A card that changed its stage is drawn anew there; the focus goes with it.
  useEffect(() => {
    if (takeFocus(card.id)) link.current?.focus()
  }, [card.id])

  const go = (way: keyof typeof icons) => {
    const spot = card.spots?.[way]
    if (!spot || pending) return
    if (way === 'left' || way === 'right') leaveFocus(card.id)
    run(() => placePoint({ id: card.id, stageId: spot.stageId, index: spot.index }), spot.said)
  }
  const press = (event: KeyboardEvent) => {
    const way = event.altKey ? keys[event.key as keyof typeof keys] : undefined
    if (!way || !card.spots) return
    event.preventDefault()
    go(way)
  }
  return (
    <div
      className={cx(
        'relative rounded-3 border border-line p-3 hover:bg-hover',
        (card.retired || !card.team) && 'border-dashed',
        pending && 'opacity-60',
      )}
      aria-busy={pending || undefined}
    >
      <Link
        ref={link}
        href={card.href}
        onKeyDown={press}
        aria-describedby={card.spots ? 'map-keys' : undefined}
        className="block pe-6 font-medium text-13 after:absolute after:inset-0 after:rounded-3"
      >
        {card.name}
      </Link>
      <p className={cx('mt-0.5 text-12', card.team ? 'text-2' : 'text-soon')}>{card.team ?? words.noTeam}</p>
      <p className="text-12 text-3">{card.retired ? words.retired : card.channels}</p>
      <p className="num mt-1 flex flex-wrap justify-between gap-x-2 text-12 text-3">
        {card.reasons}
        <code className="[overflow-wrap:anywhere]">{card.slug}</code>
      </p>
      {card.spots ? (
        <span className="absolute end-1 top-1.5 z-1">
          <Menu
            trigger={<Ellipsis className="i" aria-hidden="true" />}
            triggerClass="btn btn-ghost btn-icon max-tablet:size-11"
            label={words.more}
            groups={[{ items: itemsOf(card, words, go, run) }]}
          />
        </span>
      ) : null}
    </div>
  )
}

function itemsOf(
  card: CardView,
  words: CardWords,
  go: (way: keyof typeof icons) => void,
  run: ReturnType<typeof usePlace>['run'],
): MenuItem[] {
  const move = (way: keyof typeof icons, label: string, arrow: string): MenuItem[] => {
    const Icon = icons[way]
    const icon = <Icon className="i" aria-hidden="true" />
    return card.spots?.[way] ? [{ key: way, label, hint: `Alt ${arrow}`, icon, onSelect: () => go(way) }] : []
  }
  const edit = { key: 'edit', label: words.edit, href: card.href, icon: <Pencil className="i" aria-hidden="true" /> }
  const set = (retired: boolean) =>
    run(() => setPoint({ id: card.id, retired }), retired ? words.retiredSaid : words.restoredSaid)
  if (card.retired) {
    const icon = <ArchiveRestore className="i" aria-hidden="true" />
    return [edit, { key: 'restore', label: words.restore, icon, onSelect: () => set(false) }]
  }
  return [
    edit,
    ...move('up', words.up, '↑'),
    ...move('down', words.down, '↓'),
    ...move('left', words.toLeft, '←'),
    ...move('right', words.toRight, '→'),
    {
      key: 'retire',
      label: words.retire,
      danger: true,
      icon: <Archive className="i" aria-hidden="true" />,
      onSelect: () => set(true),
    },
  ]
}
