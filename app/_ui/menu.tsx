'use client'
import Link from 'next/link'
import * as Radix from 'radix-ui/dropdown-menu'
import type { ReactNode } from 'react'
import { Kbd } from './kbd'

export type MenuItem = {
  key: string
  label: ReactNode
  icon?: ReactNode
  hint?: string
  danger?: boolean
  disabled?: boolean
  /** Shown as chosen, among others of its kind. */
  checked?: boolean
} & ({ href: string } | { onSelect: () => void })

export type MenuGroup = { head?: string; items: MenuItem[] }

type MenuProps = { trigger: ReactNode; groups: MenuGroup[]; align?: 'start' | 'end'; side?: 'top' | 'bottom' }

/** A short list of deeds behind a button; arrows, letters and Escape as one expects. `trigger` is a Button. */
export function Menu({ trigger, groups, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    // Not modal: nothing behind it is locked, so Radix needs no style element of its own.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu float" align={align} side={side} sideOffset={4} collisionPadding={8}>
          {groups.map((group, at) => (
            <Radix.Group key={group.head ?? group.items[0]?.key}>
              {at > 0 ? <Radix.Separator className="menu-line" /> : null}
              {group.head ? <Radix.Label className="menu-head">{group.head}</Radix.Label> : null}
              {group.items.map((item) => (
                <Item key={item.key} item={item} />
              ))}
            </Radix.Group>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Item({ item }: { item: MenuItem }) {
  const className = `menu-item ${item.danger ? 'text-late' : ''}`
  const inside = (
    <>
      {item.icon}
      {item.label}
      {item.hint ? <Kbd>{item.hint}</Kbd> : null}
    </>
  )
  if ('href' in item)
    return (
      <Radix.Item asChild disabled={item.disabled} className={className}>
        <Link href={item.href}>{inside}</Link>
      </Radix.Item>
    )
  if (item.checked !== undefined)
    return (
      <Radix.CheckboxItem
        className={className}
        checked={item.checked}
        disabled={item.disabled}
        onSelect={item.onSelect}
      >
        {inside}
        <Radix.ItemIndicator className="at-end">✓</Radix.ItemIndicator>
      </Radix.CheckboxItem>
    )
  return (
    <Radix.Item className={className} disabled={item.disabled} onSelect={item.onSelect}>
      {inside}
    </Radix.Item>
  )
}
