'use client'
import type { DeedName } from '@/app/_ui/deeds'
import { useShortcuts } from '@/app/_ui/shortcuts'
import { useGo } from './going'

/** G and then a letter goes to a place of the rail. */
export function GoKeys({ places }: { places: { deed: DeedName; href: string }[] }) {
  const go = useGo()
  useShortcuts(places.map(({ deed, href }) => ({ deed, everywhere: true, run: () => go(href) })))
  return null
}
