import type { ReactNode } from 'react'
import { Toaster } from '@/app/_ui/toast'
import { ThemeScript } from '@/app/(desk)/_parts/theme-script'
import { translator } from '@/lib/i18n'
import { doorLocale } from './_parts/language'

/** Pages for those who are not in yet. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  const t = translator(await doorLocale({}))
  return (
    <>
      <ThemeScript />
      {children}
      <Toaster label={t('shell.toasts')} closeLabel={t('common.close')} />
    </>
  )
}
