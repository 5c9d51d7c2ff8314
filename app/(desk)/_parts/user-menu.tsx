'use client'
import { Keyboard, LogOut, UserRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Avatar } from '@/app/_ui/avatar'
import { Menu } from '@/app/_ui/menu'
import { useRegistry } from '@/app/_ui/shortcuts'
import { changeLanguage, signOut } from './actions'
import { type Theme, useTheme } from './theme'

type UserMenuProps = {
  name: string
  locale: 'es' | 'en'
  words: Record<'profile' | 'keys' | 'signOut' | 'language' | 'theme' | Theme, string>
}

/** Who is here; language, ground, keys and the way out. */
export function UserMenu({ name, locale, words }: UserMenuProps) {
  const router = useRouter()
  const registry = useRegistry()
  const [theme, setTheme] = useTheme()
  const speak = async (chosen: 'es' | 'en') => {
    await changeLanguage({ locale: chosen })
    // The language of the document stands in its root, which a soft visit would keep.
    window.location.reload()
  }
  return (
    <Menu
      triggerClass="rail-link"
      trigger={
        <>
          <Avatar name={name} />
          <span className="rail-label cut">{name}</span>
        </>
      }
      groups={[
        {
          head: words.language,
          items: [
            { key: 'es', label: <span lang="es">Español</span>, checked: locale === 'es', onSelect: () => speak('es') },
            { key: 'en', label: <span lang="en">English</span>, checked: locale === 'en', onSelect: () => speak('en') },
          ],
        },
        {
          head: words.theme,
          items: (['system', 'light', 'dark'] as const).map((one) => ({
            key: one,
            label: words[one],
            checked: theme === one,
            onSelect: () => setTheme(one),
          })),
        },
        {
          items: [
            {
              key: 'keys',
              label: words.keys,
              hint: '?',
              icon: <Keyboard className="i" />,
              onSelect: () => registry?.showSheet(),
            },
            {
              key: 'profile',
              label: words.profile,
              icon: <UserRound className="i" />,
              onSelect: () => router.push('/settings/profile'),
            },
            {
              key: 'out',
              label: words.signOut,
              icon: <LogOut className="i" />,
              onSelect: () => void signOut(),
            },
          ],
        },
      ]}
    />
  )
}
