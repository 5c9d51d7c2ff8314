'use client'
import { useEffect } from 'react'
import { useStored } from '@/app/_ui/use-store'

export type Theme = 'system' | 'light' | 'dark'

/** The chosen ground, and how to change it; it stays in this browser. */
export function useTheme() {
  const [theme, setTheme] = useStored<Theme>('lazo.theme', 'system')
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  return [theme, setTheme] as const
}
