'use client'
import { useRouter } from 'next/navigation'
import type { DeedName } from '@/app/_ui/deeds'
import { useShortcuts } from '@/app/_ui/shortcuts'

/** G and then a letter goes to a place of the rail. */
export function GoKeys({ places }: { places: { deed: DeedName; href: string }[] }) {
  const router = useRouter()
  useShortcuts(places.map(({ deed, href }) => ({ deed, everywhere: true, run: () => router.push(href) })))
  return null
}
