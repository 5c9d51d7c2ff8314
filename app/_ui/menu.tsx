'use client'
import { Check } from 'lucide-react'
import Link from 'next/link'
import type { KeyboardEvent, ReactNode } from 'react'
import { Kbd } from './kbd'
import { useAnchored } from './use-anchored'

export type MenuItem = {
  key: string
  label: ReactNode
  icon?: ReactNode
  hint?: string
  danger?: boolean
  /** Shown as chosen, among others of its kind. */
  checked?: boolean
} & ({ href: string } | { onSelect: () => void })

export type MenuGroup = { head?: string; items: MenuItem[] }

type MenuProps = {
  /** What the button shows, the class it looks by, and its name when it shows only a picture. */
  trigger: ReactNode
  triggerClass?: string
  label?: string
  groups: MenuGroup[]
}

/** A short list of deeds behind a button: arrows, Home, End, first letters and Escape as one expects. */
export function Menu({ trigger, triggerClass = 'btn btn-ghost btn-icon', label, groups }: MenuProps) {
  const { trigger: button, box, close } = useAnchored((opened) => itemsOf(opened)[0]?.focus())
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const items = itemsOf(event.currentTarget)
    const next = target(items, event.key)
    if (event.key === 'Tab') close()
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <>
      <button type="button" className={triggerClass} aria-label={label} aria-haspopup="menu" {...button}>
        {trigger}
      </button>
      <div role="menu" tabIndex={-1} aria-label={label} className="menu float" onKeyDown={press} {...box}>
        {groups.map((group, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of menu items is no fieldset
          <div key={group.head ?? group.items[0]?.key} role="group" aria-label={group.head}>
            {at > 0 ? <div className="menu-line" /> : null}
            {group.head ? (
              <div className="menu-head" aria-hidden="true">
                {group.head}
              </div>
            ) : null}
            {group.items.map((item) => (
              <Item key={item.key} item={item} close={close} />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  const look = { className: `menu-item ${item.danger ? 'text-late' : ''}`, tabIndex: -1 }
  const inside = (
    <>
      {item.icon}
      {item.label}
      {item.checked ? <Check className="i at-end" aria-hidden="true" /> : null}
      {item.hint ? <Kbd>{item.hint}</Kbd> : null}
    </>
  )
  if ('href' in item)
    return (
      <Link role="menuitem" href={item.href} onClick={close} {...look}>
        {inside}
      </Link>
    )
  const select = () => {
    close()
    item.onSelect()
  }
  return item.checked === undefined ? (
    <button type="button" role="menuitem" onClick={select} {...look}>
      {inside}
    </button>
  ) : (
    <button type="button" role="menuitemradio" aria-checked={item.checked} onClick={select} {...look}>
      {inside}
    </button>
  )
}

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]

function target(items: HTMLElement[], key: string) {
  const at = items.indexOf(document.activeElement as HTMLElement)
  if (key === 'ArrowDown') return items[(at + 1) % items.length]
  if (key === 'ArrowUp') return items[(at - 1 + items.length) % items.length]
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (!/^\p{L}$/u.test(key)) return undefined
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return after.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))
}
