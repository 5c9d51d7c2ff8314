import { cx } from './cx'

type AvatarProps = { name: string | null; size?: 'md' | 'lg' }

/** Two letters of a name; a dashed ring for nobody. Always beside the written name, so readers skip it. */
export function Avatar({ name, size = 'md' }: AvatarProps) {
  return (
    <span className={cx('avatar', size === 'lg' && 'avatar-lg', name === null && 'avatar-none')} aria-hidden="true">
      {name === null ? '' : initials(name)}
    </span>
  )
}

/** "Ana Lucía Ruiz Peña" → "AL", "Mariana" → "MA". */
export function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '')].slice(0, 2)
  return letters.join('').toUpperCase()
}
