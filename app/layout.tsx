import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { optionalActor } from '@/app/_server/actor'
import { negotiate } from '@/lib/i18n'
import './globals.css'

export const metadata: Metadata = { title: { default: 'Lazo', template: '%s · Lazo' }, robots: { index: false } }

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** The sheet of paper under every page. No client component stands here: customers' pages need none. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made ahead of its request would carry no nonce, and the browser would run none of its scripts.
  await connection()
  const language = (await optionalActor())?.locale ?? negotiate((await headers()).get('accept-language'))
  return (
    <html lang={language} className={GeistSans.variable} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  )
}
