'use client'
import { useRouter } from 'next/navigation'
import { useShortcuts } from '@/app/_ui/shortcuts'

type GoKeysProps = { group: string; places: { key: string; href: string; label: string }[] }

/** G and then a letter goes to a place of the rail. */
export function GoKeys({ group, places }: GoKeysProps) {
  const router = useRouter()
  useShortcuts(
    places.map(({ key, href, label }) => ({
      keys: `g ${key}`,
      label,
      group,
      everywhere: true,
      run: () => router.push(href),
    })),
  )
  return null
}
